package org.mentorprep.deeplink;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

import org.mentorprep.platform.WebAddress;

/**
 * The LMS to which the page of a response may send its form. All other pages send their
 * forms to the tool only.
 */
public final class ReturnTarget {

	private static final String ATTRIBUTE = ReturnTarget.class.getName();

	private ReturnTarget() {
	}

	/** The form of the answer to this request may go to the LMS. */
	static void allow(HttpServletRequest request, URI returnUrl) {
		request.setAttribute(ATTRIBUTE, WebAddress.origin(returnUrl));
	}

	/** The origin that the form of the answer to this request may go to. */
	public static Optional<String> allowed(HttpServletRequest request) {
		return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
	}

}
