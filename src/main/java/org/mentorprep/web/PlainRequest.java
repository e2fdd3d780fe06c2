package org.mentorprep.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a page only, after a refusal in front of the filter chains: no POST, no body,
 * without the session, which would cost SQL, and without parameters. Those that can't be
 * read, tokens among them, Tomcat would write into the log when a forwarded page looks at
 * them.
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
