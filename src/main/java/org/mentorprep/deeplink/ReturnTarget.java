package org.mentorprep.deeplink;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Where the form of an answer may go beside the tool itself: to the LMS that waits for
 * the response, on that one page.
 */
public final class ReturnTarget {

	private static final String ATTRIBUTE = ReturnTarget.class.getName();

	private ReturnTarget() {
	}

	/** The form of the answer to this request may go to the LMS. */
	static void allow(HttpServletRequest request, URI returnUrl) {
		request.setAttribute(ATTRIBUTE, returnUrl.getScheme() + "://" + returnUrl.getAuthority());
	}

	/** The origin that the form of the answer to this request may go to. */
	public static Optional<String> allowed(HttpServletRequest request) {
		return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
	}

}
