package practicelms.launch;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Leads to an error page of the LMS. Moodle gives nearly all of them the status 404; the
 * tool never hears of it.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class PageMissing extends RuntimeException {

	public PageMissing(String message) {
		super(message);
	}

}
