package org.mentorprep.programme;

import org.springframework.stereotype.Component;

import org.mentorprep.launch.Link;
import org.mentorprep.library.Library;

/** Tells what a link requires of its mentors. */
@Component
public class Programmes {

	private final Library library;

	Programmes(Library library) {
		this.library = library;
	}

	/** What a link requires, by the version in use. */
	public Requirements requirements(Link link) {
		return Requirements.of(this.library.current(), link.module(), link.programme());
	}

}
