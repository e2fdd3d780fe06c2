package org.mentorprep.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import org.mentorprep.account.OperatorSecurity;

/**
 * Accepts files only from the one form that sends some. A body of several parts is
 * written to the disk as soon as anything reads a parameter, the rate limits and the
 * check of CSRF tokens included: long before it is known who sends it. So this filter
 * runs before all of them. The page of a refusal is rendered without the parts.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 2)
class UploadFilter extends OncePerRequestFilter {

	static final String UPLOADS = "/operator/content/uploads";

	private final OperatorSecurity operator;

	UploadFilter(OperatorSecurity operator) {
		this.operator = operator;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isOfParts(request) || (isUpload(request) && isOperator(request))) {
			chain.doFilter(request, response);
		}
		else if (request.getDispatcherType() == DispatcherType.ERROR) {
			// Refused by the server itself, before any filter: its page needs no parts.
			chain.doFilter(new PlainRequest(request), response);
		}
		else if (isUpload(request) && this.operator.exists()) {
			// Most likely the session ended while somebody looked for the file.
			response.sendRedirect(OperatorSecurity.SIGN_IN + "?ended");
		}
		else {
			HttpServletRequest page = new PlainRequest(request);
			page.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
			page.getRequestDispatcher("/error").forward(page, response);
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	static boolean isOfParts(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
	}

	private static boolean isUpload(HttpServletRequest request) {
		return HttpMethod.POST.matches(request.getMethod()) && UPLOADS.equals(request.getServletPath());
	}

	private boolean isOperator(HttpServletRequest request) {
		Authentication signedIn = this.operator.sessions().loadDeferredContext(request).get().getAuthentication();
		return signedIn != null && OperatorSecurity.isOperator(signedIn);
	}

}
