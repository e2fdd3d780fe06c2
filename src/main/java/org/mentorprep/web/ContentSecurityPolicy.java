package org.mentorprep.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.header.HeaderWriter;

import org.mentorprep.deeplink.ReturnTarget;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.platform.Framing;

/**
 * What a page may load and who may frame it. Only ours is loaded; pictures may be data,
 * for Bootstrap draws its signs that way.
 */
final class ContentSecurityPolicy implements HeaderWriter {

	static final String HEADER = "Content-Security-Policy";

	private static final String LOADED = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
			+ "img-src 'self' data:; form-action ";

	private final Function<HttpServletRequest, String> ancestors;

	private ContentSecurityPolicy(Function<HttpServletRequest, String> ancestors) {
		this.ancestors = ancestors;
	}

	static HeaderWriter unframed() {
		return new ContentSecurityPolicy((request) -> "'none'");
	}

	/**
	 * The sites of the LMS that the answer concerns; or else of the session's; or else
	 * nobody. Pages under /lti hold no session and nothing that changes anything: any LMS
	 * may frame them. A refused launch can't always say whose it was, and an LMS may show
	 * its pages where nobody has told us yet.
	 */
	static HeaderWriter framedByTheLms() {
		return new ContentSecurityPolicy((request) -> request.getServletPath().startsWith("/lti/") ? "*"
				: Framing.allowed(request).orElseGet(ContentSecurityPolicy::sessionsPlatform));
	}

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		// Forms go to us, but for the one by which a choice goes back to the LMS.
		String forms = ReturnTarget.allowed(request).orElse("'self'");
		response.setHeader(HEADER,
				LOADED + forms + "; base-uri 'none'; frame-ancestors " + this.ancestors.apply(request));
	}

	private static String sessionsPlatform() {
		return LaunchedUser.of(SecurityContextHolder.getContext().getAuthentication())
			.map(LaunchedUser::sites)
			.orElse("'none'");
	}

}
