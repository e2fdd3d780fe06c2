package org.mentorprep.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request for nothing but a page, after a refusal before the filter chains: a GET
 * without a body, without the session, which would cost SQL, and without parameters.
 * Tomcat would write parameters that it can't read, tokens among them, into the log when
 * a forwarded page reads them.
 */
public final class PlainRequest extends HttpServletRequestWrapper {

	public PlainRequest(HttpServletRequest request) {
		super(request);
	}

	@Override
	public String getMethod() {
		return "GET";
	}

	/** Or the parts of a body would be read for the page. */
	@Override
	public @Nullable String getContentType() {
		return null;
	}

	@Override
	public @Nullable String getParameter(String name) {
		return null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return null;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.emptyEnumeration();
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Map.of();
	}

	@Override
	public @Nullable HttpSession getSession(boolean create) {
		return null;
	}

}
