package practicelms.registration;

/** A registration that the LMS turns down, with the bare text that it answers. */
class RegistrationDenied extends Exception {

	private final int status;

	RegistrationDenied(int status, String text) {
		super(text);
		this.status = status;
	}

	int status() {
		return this.status;
	}

}
