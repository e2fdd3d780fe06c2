package practicelms.service;

/** A resource refuses a call: becomes the status and Moodle's JSON body. */
class ServiceRefused extends RuntimeException {

	private final int status;

	ServiceRefused(int status, String reason) {
		super(reason);
		this.status = status;
	}

	int status() {
		return this.status;
	}

}
