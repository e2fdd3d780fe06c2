package org.mentorprep.programme;

import java.util.List;

import org.springframework.stereotype.Component;

import org.mentorprep.content.Library;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.Link;

/** Tells what a link asks of its mentors. */
@Component
public class Programmes {

	private final Library library;

	Programmes(Library library) {
		this.library = library;
	}

	/**
	 * The module that the link was placed for or, if it names none that we have, the
	 * whole programme. A programme of one module is that module.
	 */
	public Asked askedBy(Link link) {
		List<ModuleId> all = this.library.current().modules().stream().map(Module::id).toList();
		List<ModuleId> named = all.stream().filter((module) -> module.value().equals(link.module())).toList();
		List<ModuleId> asked = named.isEmpty() ? all : named;
		return new Asked(asked, asked, asked.size() == 1);
	}

}
