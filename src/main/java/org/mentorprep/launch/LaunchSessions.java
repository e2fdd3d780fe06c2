package org.mentorprep.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session who is signed in and, in one attribute for each link and each deep
 * linking request, the rights there. Sessions are saved attribute by attribute, so
 * launches in two tabs at once don't overwrite each other. Rights of course staff end
 * after some hours, however busy the session is, and as soon as a launch in the course
 * says otherwise, in whichever browser: only the LMS knows who teaches today.
 */
@Component
class LaunchSessions extends HttpSessionSecurityContextRepository {

	private static final String ROLE_IN = CourseRole.class.getName() + ":";

	private static final String CAME_WITH = LaunchSessions.class.getName() + ":";

	/** How long a launch makes somebody staff. */
	private static final Duration STAFF_FOR = Duration.ofHours(8);

	/** How long the launches of tabs that open at once may be apart. */
	private static final Duration AT_ONCE = Duration.ofMinutes(1);

	private final Links links;

	private final Clock clock;

	LaunchSessions(Links links, Clock clock) {
		this.links = links;
		this.clock = clock;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new WithRoles(super.loadDeferredContext(request), request);
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		if (context.getAuthentication() instanceof LaunchAuthentication launched) {
			HttpSession session = request.getSession();
			super.saveContext(new SecurityContextImpl(launched.with(Map.of(), Set.of())), request, response);
			launched.getPrincipal().requests().forEach((id) -> session.setAttribute(CAME_WITH + id, true));
			launched.getPrincipal().roles().forEach((link, role) -> {
				keep(session, link, role);
				dropOthersBeside(link, role, session);
			});
		}
		else {
			super.saveContext(context, request, response);
		}
	}

	private void keep(HttpSession session, LinkId link, CourseRole role) {
		session.setAttribute(ROLE_IN + link, new RoleSince(role, this.clock.instant()));
	}

	/**
	 * A role is one of the course (LTI 1.3 core, 5.3.7): whoever was launched in another
	 * role by another link of it does not have that role any more.
	 */
	private void dropOthersBeside(LinkId link, CourseRole role, HttpSession session) {
		Map<LinkId, CourseRole> others = kept(session);
		others.values().removeIf(role::equals);
		if (!others.isEmpty()) {
			others.keySet().retainAll(this.links.beside(link));
			others.keySet().forEach((other) -> session.removeAttribute(ROLE_IN + other));
		}
	}

	private Map<LinkId, CourseRole> kept(HttpSession session) {
		Map<LinkId, CourseRole> roles = new HashMap<>();
		for (String name : Collections.list(session.getAttributeNames())) {
			CourseRole role = name.startsWith(ROLE_IN) ? kept(session.getAttribute(name)) : null;
			if (role != null) {
				roles.put(new LinkId(UUID.fromString(name.substring(ROLE_IN.length()))), role);
			}
		}
		return roles;
	}

	/**
	 * Sessions once kept the name of the role alone. A mentor's is still valid, so that
	 * nobody loses their session to an upgrade; a staff role is not, for its start is not
	 * known. May be removed with release 0.3.
	 */
	private @Nullable CourseRole kept(Object attribute) {
		if (attribute instanceof RoleSince since && since.holdsAt(this.clock.instant())) {
			return since.role();
		}
		return CourseRole.LEARNER.name().equals(attribute) ? CourseRole.LEARNER : null;
	}

	private Map<LinkId, CourseRole> roles(HttpServletRequest request, LearnerId learner) {
		HttpSession session = request.getSession();
		Map<LinkId, CourseRole> roles = kept(session);
		LinkId.ofPath(request.getServletPath()).ifPresent((link) -> {
			if (roles.get(link) == CourseRole.STAFF && !isStaffStill(link, learner)) {
				session.removeAttribute(ROLE_IN + link);
				roles.remove(link);
			}
			if (!roles.containsKey(link)) {
				takeOver(link, learner, session, roles);
			}
		});
		return roles;
	}

	/** By the last launch in the course, from whichever browser it came. */
	private boolean isStaffStill(LinkId link, LearnerId learner) {
		return this.links.roleSince(Instant.EPOCH, link, learner).filter(CourseRole.STAFF::equals).isPresent();
	}

	private static Set<UUID> requests(HttpSession session) {
		return Collections.list(session.getAttributeNames())
			.stream()
			.filter((name) -> name.startsWith(CAME_WITH))
			.map((name) -> UUID.fromString(name.substring(CAME_WITH.length())))
			.collect(Collectors.toSet());
	}

	/**
	 * Two tabs that launch at once, in a browser without a session, begin two sessions,
	 * of which the browser keeps one. That one takes over the role that another session
	 * of the same learner was launched with less than a minute ago. Never that of staff:
	 * it may be the session of another browser.
	 */
	private void takeOver(LinkId link, LearnerId learner, HttpSession session, Map<LinkId, CourseRole> roles) {
		this.links.roleSince(this.clock.instant().minus(AT_ONCE), link, learner)
			.filter((role) -> role != CourseRole.STAFF)
			.ifPresent((role) -> {
				WayBack.takeOver(session, link, this.links.beside(link));
				keep(session, link, role);
				roles.put(link, role);
			});
	}

	/** What a launch said, and when. */
	private record RoleSince(CourseRole role, Instant launched) implements Serializable {

		boolean holdsAt(Instant now) {
			return this.role != CourseRole.STAFF || now.isBefore(this.launched.plus(STAFF_FOR));
		}

	}

	/** Adds the roles to the principal when it is first read, once a request. */
	private final class WithRoles implements DeferredSecurityContext {

		private final DeferredSecurityContext kept;

		private final HttpServletRequest request;

		private @Nullable SecurityContext context;

		WithRoles(DeferredSecurityContext kept, HttpServletRequest request) {
			this.kept = kept;
			this.request = request;
		}

		@Override
		public SecurityContext get() {
			if (this.context == null) {
				SecurityContext found = this.kept.get();
				this.context = (found.getAuthentication() instanceof LaunchAuthentication launched)
						? new SecurityContextImpl(launched.with(roles(this.request, launched.getPrincipal().learner()),
								requests(this.request.getSession())))
						: found;
			}
			return this.context;
		}

		@Override
		public boolean isGenerated() {
			return this.kept.isGenerated();
		}

	}

}
