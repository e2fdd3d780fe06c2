package org.mentorprep.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

import org.mentorprep.deeplink.DeepLinkingRequests;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.platform.Framing;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;

/**
 * Answers requests that are not (or no longer) allowed, with the error page of the
 * status. Without a session the page may be framed by the LMS whose link it was, or else
 * the frame would stay empty.
 */
@Component
class SessionEnded implements AuthenticationEntryPoint, AccessDeniedHandler {

	/** The first parts of paths that only launches lead to; an id follows each. */
	private static final Set<String> LAUNCHED = Set.of("links", "deeplink", "course");

	private final Links links;

	private final DeepLinkingRequests deepLinkings;

	private final Platforms platforms;

	SessionEnded(Links links, DeepLinkingRequests deepLinkings, Platforms platforms) {
		this.links = links;
		this.deepLinkings = deepLinkings;
		this.platforms = platforms;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		refuse(request, response);
	}

	/** Also for a missing CSRF token, which an ended session takes with it. */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		refuse(request, response);
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String[] path = request.getServletPath().split("/", 4);
		boolean launched = path.length > 2 && LAUNCHED.contains(path[1]);
		if (launched) {
			platform(path[1], path[2]).ifPresent((platform) -> Framing.allow(request, platform));
		}
		response.sendError(
				(launched && !isSignedIn()) ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_FORBIDDEN);
	}

	private Optional<Platform> platform(String first, String text) {
		UUID id = LinkAuthorization.id(text);
		if (id == null) {
			return Optional.empty();
		}
		Optional<PlatformId> platform = first.equals("deeplink") ? this.deepLinkings.platform(id)
				: this.links.find(new LinkId(id)).map(Link::platform);
		return platform.flatMap(this.platforms::find);
	}

	private static boolean isSignedIn() {
		return LaunchedUser.of(SecurityContextHolder.getContext().getAuthentication()).isPresent();
	}

}
