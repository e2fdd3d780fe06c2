package org.mentorprep.mentor;

import java.util.List;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import org.mentorprep.attempt.Attempts;
import org.mentorprep.completion.Completions;
import org.mentorprep.content.Library;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.PersonId;
import org.mentorprep.programme.Asked;

/** Asks the rooms before for all that says where someone is. */
@Component
class Wayfinder {

	private final Links links;

	private final Library library;

	private final Attempts attempts;

	private final Completions completions;

	Wayfinder(Links links, Library library, Attempts attempts, Completions completions) {
		this.links = links;
		this.library = library;
		this.attempts = attempts;
		this.completions = completions;
	}

	Link link(LinkId link) {
		return this.links.find(link).orElseThrow(Wayfinder::notFound);
	}

	/** A module that is asked for; 404 if it is not. */
	Module module(Asked asked, ModuleId module) {
		return this.library.current()
			.module(module)
			.filter((found) -> asked.asksFor(module))
			.orElseThrow(Wayfinder::notFound);
	}

	/** Where someone is in each of some modules, in that order. */
	List<Whereabouts> in(PersonId person, List<ModuleId> modules) {
		Pack pack = this.library.current();
		return modules.stream()
			.flatMap((module) -> pack.module(module).stream())
			.map((module) -> in(person, module))
			.toList();
	}

	Whereabouts in(PersonId person, Module module) {
		return new Whereabouts(module, this.completions.standing(person, module.id()),
				this.attempts.open(person, module.id()));
	}

	/** The first of some modules that is not completed; asks about none after it. */
	Optional<Module> firstOpen(PersonId person, List<ModuleId> modules) {
		Pack pack = this.library.current();
		return modules.stream()
			.flatMap((module) -> pack.module(module).stream())
			.filter((module) -> !this.completions.standing(person, module.id()).completed())
			.findFirst();
	}

	static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
