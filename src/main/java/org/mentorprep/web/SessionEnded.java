package org.mentorprep.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.door.Framing;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.Platforms;

/**
 * Answers requests that nobody may make (any more). The page itself is the error page of
 * the status; without a session it may be framed by the LMS whose link it was, or else
 * the frame would stay empty.
 */
@Component
class SessionEnded implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final Links links;

	private final Platforms platforms;

	SessionEnded(Links links, Platforms platforms) {
		this.links = links;
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
		boolean underLink = request.getServletPath().startsWith("/links/")
				|| request.getServletPath().startsWith("/course/");
		if (underLink) {
			platform(request.getServletPath()).ifPresent((platform) -> Framing.allow(request, platform));
		}
		response.sendError(
				(underLink && !isSignedIn()) ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_FORBIDDEN);
	}

	private Optional<Platform> platform(String path) {
		return Optional.ofNullable(LinkId.ofPath(path))
			.flatMap(this.links::find)
			.map(Link::platform)
			.flatMap(this.platforms::find);
	}

	private static boolean isSignedIn() {
		return LaunchedUser.of(SecurityContextHolder.getContext().getAuthentication()).isPresent();
	}

}
