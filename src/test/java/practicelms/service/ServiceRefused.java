package practicelms.service;

/** A resource refuses a call: becomes the status and Moodle's JSON body. */
public class ServiceRefused extends RuntimeException {

	private final int status;

	public ServiceRefused(int status, String reason) {
		super(reason);
		this.status = status;
	}

	int status() {
		return this.status;
	}

}
