package org.mentorprep.web.limit;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

/** The doors that anybody reaches and that cost something to open. */
enum Door {

	/** Login initiation, which writes a row; to Spring MVC a HEAD is a GET. */
	LOGIN("/lti/login", Set.of("GET", "HEAD", "POST")),

	/** The launch, which looks for a row and may fetch keys. */
	LAUNCH("/lti/launch", Set.of("POST")),

	/** Dynamic registration, which fetches from an address that it is told. */
	REGISTER("/lti/register", Set.of("GET", "HEAD")),

	/** The operator's sign-in, which hashes a password and tells whether it is right. */
	SIGN_IN("/operator/sign-in", Set.of("POST"));

	private final String path;

	private final Set<String> methods;

	Door(String path, Set<String> methods) {
		this.path = path;
		this.methods = methods;
	}

	/** The door that a request knocks at, if it is one of these. */
	static Optional<Door> of(HttpServletRequest request) {
		return Stream.of(values())
			.filter((door) -> door.path.equals(request.getServletPath()) && door.methods.contains(request.getMethod()))
			.findFirst();
	}

}
