package org.mentorprep.launch;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

/**
 * Who is signed in: the principal of every session that a launch opened. Rights belong to
 * (session, link): a role in one course says nothing about another. Somebody is staff of
 * a link only if this session launched it as staff and their last launch in the course,
 * from any browser, was one as staff.
 *
 * @param name as the LMS gave it; absent if it gave none
 * @param sites of the LMS, as a policy words them: no other may frame this session
 * @param roles the role in each link that this session launched
 * @param requests the deep linking requests that this session came with
 */
public record LaunchedUser(PersonId person, LearnerId learner, @Nullable String name, String sites,
		Map<LinkId, CourseRole> roles, Set<UUID> requests) implements Serializable {

	public LaunchedUser {
		roles = Map.copyOf(roles);
		requests = Set.copyOf(requests);
	}

	/** Whoever a launch signed in; empty for everybody else. */
	public static Optional<LaunchedUser> of(@Nullable Authentication authentication) {
		return (authentication != null && authentication.getPrincipal() instanceof LaunchedUser user)
				? Optional.of(user) : Optional.empty();
	}

	/** The role in one link; empty if this session never launched it. */
	public Optional<CourseRole> roleIn(LinkId link) {
		return Optional.ofNullable(this.roles.get(link));
	}

	/** The same user with other rights: replaced, never merged. */
	public LaunchedUser with(Map<LinkId, CourseRole> others, Set<UUID> brought) {
		return new LaunchedUser(this.person, this.learner, this.name, this.sites, others, brought);
	}

	/** Without the name: principals end up in logs. */
	@Override
	public String toString() {
		return "learner " + this.learner;
	}

}
