package org.mentorprep.mentor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import org.mentorprep.attempt.Attempts;
import org.mentorprep.attempt.OpenAttempt;
import org.mentorprep.completion.Completions;
import org.mentorprep.completion.ProgrammeStanding;
import org.mentorprep.content.Library;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Programme;
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

	/** A module that is there in the link; 404 if it is not. */
	Module module(Asked asked, ModuleId module) {
		return this.library.current()
			.module(module)
			.filter((found) -> asked.has(module))
			.orElseThrow(Wayfinder::notFound);
	}

	/** Where someone is in each of some modules, in that order. */
	List<Whereabouts> in(PersonId person, List<ModuleId> modules) {
		Pack pack = this.library.current();
		Map<ModuleId, List<OpenAttempt>> open = this.attempts.open(person);
		return modules.stream()
			.flatMap((module) -> pack.module(module).stream())
			.map((module) -> new Whereabouts(module, this.completions.standing(person, module.id()),
					open.getOrDefault(module.id(), List.of())))
			.toList();
	}

	Whereabouts in(PersonId person, Module module) {
		return new Whereabouts(module, this.completions.standing(person, module.id()),
				this.attempts.open(person, module.id()));
	}

	ProgrammeStanding in(PersonId person, Programme programme) {
		return this.completions.standing(person, programme);
	}

	/** The first mandatory module, apart from one, that is still asked for. */
	Optional<Module> firstOpen(PersonId person, Asked asked, ModuleId apart) {
		if (asked.programme() == null) {
			return Optional.empty();
		}
		Pack pack = this.library.current();
		return in(person, asked.programme()).asked()
			.stream()
			.filter((module) -> !module.equals(apart))
			.flatMap((module) -> pack.module(module).stream())
			.findFirst();
	}

	static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
