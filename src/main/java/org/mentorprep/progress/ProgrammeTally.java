package org.mentorprep.progress;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Programme;

/**
 * Counts what the modules of one person come to in a programme, as the programme is now.
 * What is offered never enters. Pure.
 *
 * @param pack the version that the programme is of
 * @param kept what is kept of modules, those left out in which nothing was finished
 */
record ProgrammeTally(Programme programme, PackVersionId pack, Map<ModuleId, Completion> kept) {

	/** What is to be kept from now on, given what was kept before. */
	Completion count(Completion before) {
		int points = Math.max(before.points(), share());
		if (before.completed() || !open().isEmpty() || this.programme.mandatory().isEmpty()) {
			return new Completion(points, before.completedAt(), before.pack());
		}
		Instant last = this.programme.mandatory()
			.stream()
			.map((module) -> Objects.requireNonNull(module(module).completedAt(), "None is open"))
			.max(Comparator.naturalOrder())
			.orElseThrow();
		return new Completion(points, last, this.pack);
	}

	ProgrammeProgress standing(Completion before) {
		Completion now = count(before);
		List<ModuleId> mandatory = this.programme.mandatory();
		return new ProgrammeProgress(now.points(), now.completed(), now.completedAt(), mandatory.size(),
				(int) mandatory.stream().filter(this.kept::containsKey).count(), open());
	}

	/** The versions on which modules were completed. */
	Set<PackVersionId> versions() {
		return this.kept.values()
			.stream()
			.flatMap((module) -> Stream.ofNullable(module.pack()))
			.collect(Collectors.toSet());
	}

	/**
	 * What it was on an earlier version, at the time when a module was completed on that
	 * last.
	 */
	ProgrammeTally on(PackVersionId version, Programme then) {
		Instant last = this.kept.values()
			.stream()
			.filter((module) -> version.equals(module.pack()))
			.flatMap((module) -> Stream.ofNullable(module.completedAt()))
			.max(Comparator.naturalOrder())
			.orElse(Instant.MIN);
		Map<ModuleId, Completion> until = new HashMap<>(this.kept);
		until.values().removeIf((module) -> module.completedAt() == null || module.completedAt().isAfter(last));
		return new ProgrammeTally(then, version, until);
	}

	/** No halves of modules, and rounded down: only all of them are 100. */
	private int share() {
		int all = this.programme.mandatory().size();
		return (all > 0) ? (all - open().size()) * 100 / all : 0;
	}

	private List<ModuleId> open() {
		return this.programme.mandatory().stream().filter((module) -> !module(module).completed()).toList();
	}

	private Completion module(ModuleId module) {
		return this.kept.getOrDefault(module, Completion.NONE);
	}

}
