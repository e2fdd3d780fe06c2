package org.mentorprep.programme;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.Link;
import org.mentorprep.library.Library;

/** Tells what a link asks of its mentors. */
@Component
public class Programmes {

	private final Library library;

	Programmes(Library library) {
		this.library = library;
	}

	/**
	 * The module that the link was placed for or, if it names none that we have, the
	 * programme; the first programme if it names none of them either.
	 */
	public Requirements askedBy(Link link) {
		return asked(this.library.current(), link.module(), link.programme());
	}

	/** The same by what a link names. */
	public static Requirements asked(Pack pack, @Nullable String module, @Nullable String programme) {
		return pack.modules()
			.stream()
			.map(Module::id)
			.filter((candidate) -> candidate.value().equals(module))
			.findFirst()
			.map(Requirements::module)
			.orElseGet(() -> Requirements.programme(pack.programme(programme)));
	}

}
