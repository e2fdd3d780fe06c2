package org.mentorprep;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What a request is about is not there, or not for whoever asks: the only 404 of the
 * controllers. The answer never says which of the two it is.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotFound extends RuntimeException {

	public NotFound() {
		super("Not there, or not for whoever asks", null, false, false);
	}

}
