package practicelms.launch;

/**
 * Leads to an error page of the LMS. Moodle gives nearly all of them the status 404; the
 * tool never hears of it.
 */
public class PageMissing extends RuntimeException {

	public PageMissing(String message) {
		super(message);
	}

}
