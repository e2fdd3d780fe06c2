package org.mentorprep.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where the LMS wants its users back from a link (LTI 1.3 core, section 5.4.4). Some put
 * the user's session key into that address: it is in the session, on the pages of its
 * user, and nowhere else.
 */
public final class WayBack {

	private static final String FROM = WayBack.class.getName() + ":";

	private WayBack() {
	}

	/** The address that leads back to the course; empty if the launch named none. */
	public static Optional<URI> from(LinkId link, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(FROM + link) instanceof String address)
				? Optional.of(URI.create(address)) : Optional.empty();
	}

	/**
	 * For a link that another session was launched by: the way back from another link of
	 * the same course, if this session has one.
	 */
	static void takeOver(HttpSession session, LinkId link, Set<LinkId> beside) {
		if (session.getAttribute(FROM + link) == null) {
			beside.stream()
				.map((other) -> session.getAttribute(FROM + other))
				.filter(Objects::nonNull)
				.findFirst()
				.ifPresent((address) -> session.setAttribute(FROM + link, address));
		}
	}

	/** Of the latest launch; an attribute for each link, for two tabs may launch. */
	static void keep(HttpSession session, LinkId link, @Nullable URI address) {
		if (address != null) {
			session.setAttribute(FROM + link, address.toString());
		}
		else {
			session.removeAttribute(FROM + link);
		}
	}

}
