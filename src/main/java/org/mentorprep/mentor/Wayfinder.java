package org.mentorprep.mentor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import org.mentorprep.attempt.Attempts;
import org.mentorprep.attempt.Attempts.OpenAttempt;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Programme;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Requirements;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.ProgrammeProgress;
import org.mentorprep.progress.Progress;

/** Asks the rooms before for all that says where someone is. */
@Component
class Wayfinder {

	private final Links links;

	private final Library library;

	private final Attempts attempts;

	private final Progress completions;

	Wayfinder(Links links, Library library, Attempts attempts, Progress completions) {
		this.links = links;
		this.library = library;
		this.attempts = attempts;
		this.completions = completions;
	}

	Link link(LinkId link) {
		return this.links.find(link).orElseThrow(Wayfinder::notFound);
	}

	/** A module that is there in the link; 404 if it is not. */
	Module module(Requirements asked, ModuleId module) {
		return this.library.current()
			.module(module)
			.filter((found) -> asked.has(module))
			.orElseThrow(Wayfinder::notFound);
	}

	/** Where someone is in each of some modules, in that order. */
	List<ModuleSummary> in(PersonId person, List<ModuleId> modules) {
		Pack pack = this.library.current();
		Map<ModuleId, List<OpenAttempt>> open = this.attempts.open(person);
		List<Module> there = modules.stream().flatMap((module) -> pack.module(module).stream()).toList();
		Map<ModuleId, ModuleProgress> standings = this.completions.standing(person,
				there.stream().map(Module::id).toList());
		return there.stream()
			.map((module) -> new ModuleSummary(module, Objects.requireNonNull(standings.get(module.id())),
					open.getOrDefault(module.id(), List.of())))
			.toList();
	}

	ModuleSummary in(PersonId person, Module module) {
		return new ModuleSummary(module, this.completions.standing(person, module.id()),
				this.attempts.open(person, module.id()));
	}

	ProgrammeProgress in(PersonId person, Programme programme) {
		return this.completions.standing(person, programme);
	}

	/** The first mandatory module, apart from one, that is still asked for. */
	Optional<Module> firstOpen(PersonId person, Requirements asked, ModuleId apart) {
		if (asked.programme() == null) {
			return Optional.empty();
		}
		Pack pack = this.library.current();
		return in(person, asked.programme()).required()
			.stream()
			.filter((module) -> !module.equals(apart))
			.flatMap((module) -> pack.module(module).stream())
			.findFirst();
	}

	static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
