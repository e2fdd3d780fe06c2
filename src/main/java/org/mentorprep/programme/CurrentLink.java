package org.mentorprep.programme;

import org.mentorprep.NotFound;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;

/**
 * The link that a request is about, seen by whoever is signed in. An argument of any
 * handler method with {@code {link}} in its path; if the path has {@code {module}} as
 * well, the link requires or offers that module. Otherwise the page is not found.
 *
 * @param role of the user in the link, in this session
 * @param requirements what the link requires, by the active version of the pack
 */
public record CurrentLink(LaunchedUser user, CourseRole role, Link link, Requirements requirements) {

	public LinkId id() {
		return this.link.id();
	}

	public PersonId person() {
		return this.user.person();
	}

	/** Whether nothing that is begun here counts: only learners' work does. */
	public boolean practice() {
		return this.role != CourseRole.LEARNER;
	}

	/**
	 * A module of a pack that the link requires or offers.
	 * @throws NotFound if the link does not, or the pack has no such module
	 */
	public Module module(Pack pack, ModuleId module) {
		return pack.module(module).filter((found) -> this.requirements.has(found.id())).orElseThrow(NotFound::new);
	}

	/** The path of the link's pages, to which the rest is appended. */
	public String path() {
		return "/links/" + id();
	}

}
