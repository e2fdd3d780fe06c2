package org.mentorprep.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;

/**
 * How far someone is in a programme. It follows from the modules that are mandatory in
 * it; what is offered never enters. Points never fall, and completed stays completed on
 * its version, whatever is added since. Pure.
 *
 * @param points of 100: the highest share of its modules that was completed at any time
 * @param completedAt when the last module was completed; absent if it is not completed
 * @param version of the pack by which it was completed; absent if it is not
 * @param activeOn when somebody did something in its modules last; absent before
 * @param modules how many are mandatory now
 * @param tried how many of these something was finished in
 * @param open those of these not completed; there can be some in a completed programme,
 * and they are required of nobody who completed it
 * @param helpWanted whether help is wanted in one of them
 * @param countedOn the version by which this was counted
 */
public record ProgrammeProgress(ProgrammeId programme, int points, @Nullable Instant completedAt,
		@Nullable PackVersionId version, @Nullable Instant activeOn, int modules, int tried, List<ModuleId> open,
		boolean helpWanted, PackVersionId countedOn) {

	public ProgrammeProgress {
		open = List.copyOf(open);
	}

	/** Where someone is who has begun nothing. */
	static ProgrammeProgress none(Programme programme, PackVersionId countedOn) {
		return new ProgrammeProgress(programme.id(), 0, null, null, null, programme.mandatory().size(), 0,
				programme.mandatory(), false, countedOn);
	}

	/**
	 * What the modules come to in the programme as it is on a version. What was reached
	 * before is kept.
	 * @param kept all of the person
	 */
	ProgrammeProgress counted(Programme programme, PackVersionId countedOn, Map<ModuleId, ModuleProgress> kept) {
		List<ModuleProgress> begun = programme.mandatory()
			.stream()
			.flatMap((id) -> Stream.ofNullable(kept.get(id)))
			.toList();
		List<Instant> done = begun.stream().flatMap((module) -> Stream.ofNullable(module.completedAt())).toList();
		List<ModuleId> left = programme.mandatory()
			.stream()
			.filter((id) -> !kept.containsKey(id) || !kept.get(id).completed())
			.toList();
		boolean now = !completed() && !done.isEmpty() && left.isEmpty();
		return new ProgrammeProgress(programme.id(), Math.max(this.points, share(programme, left)),
				now ? latest(done) : this.completedAt, now ? countedOn : this.version,
				latest(begun.stream().flatMap((module) -> Stream.ofNullable(module.activeOn())).toList()),
				programme.mandatory().size(),
				(int) begun.stream().filter(Predicate.not(ModuleProgress::untouched)).count(), left,
				begun.stream().anyMatch(ModuleProgress::helpWanted), countedOn);
	}

	/**
	 * What was reached of a programme before there was a row of it, on the versions on
	 * which modules were completed: grades may have been sent of it.
	 * @param now the version in use
	 * @param kept all modules of the person
	 */
	static ProgrammeProgress earlier(Programme programme, Pack now, Map<ModuleId, ModuleProgress> kept,
			Function<PackVersionId, Pack> versions) {
		ProgrammeProgress reached = none(programme, now.id());
		Set<PackVersionId> before = kept.values()
			.stream()
			.flatMap((module) -> Stream.ofNullable(module.version()))
			.collect(Collectors.toSet());
		for (PackVersionId version : before) {
			Programme then = versions.apply(version).programme(programme.id().value());
			// Links that name no programme open the first one, whatever that is called.
			if (then.id().equals(programme.id()) || now.programmes().get(0).equals(programme)) {
				reached = reached.counted(then, version, until(version, kept));
			}
		}
		return reached;
	}

	/** The modules that were completed until the last one was on a version. */
	static Map<ModuleId, ModuleProgress> until(PackVersionId version, Map<ModuleId, ModuleProgress> kept) {
		Instant last = kept.values()
			.stream()
			.filter((module) -> version.equals(module.version()))
			.flatMap((module) -> Stream.ofNullable(module.completedAt()))
			.max(Comparator.naturalOrder())
			.orElse(Instant.MIN);
		Map<ModuleId, ModuleProgress> until = new HashMap<>(kept);
		until.values().removeIf((module) -> module.completedAt() == null || module.completedAt().isAfter(last));
		return until;
	}

	/** The same, looked at by a version that has no such programme any more. */
	ProgrammeProgress on(PackVersionId countedOn) {
		return new ProgrammeProgress(this.programme, this.points, this.completedAt, this.version, this.activeOn,
				this.modules, this.tried, this.open, this.helpWanted, countedOn);
	}

	/** Where someone is in the programme. */
	public ModuleProgress.State state() {
		if (completed()) {
			return ModuleProgress.State.COMPLETED;
		}
		return (this.activeOn != null) ? ModuleProgress.State.IN_PROGRESS : ModuleProgress.State.NOT_STARTED;
	}

	/** Every mandatory module completed, now or at any time before. */
	public boolean completed() {
		return this.completedAt != null;
	}

	/** Whether nothing was finished yet: then there is nothing to report to anyone. */
	public boolean untouched() {
		return this.tried == 0 && !completed();
	}

	/** The mandatory modules that are required still. */
	public List<ModuleId> required() {
		return completed() ? List.of() : this.open;
	}

	/** No halves of modules, and rounded down: only all of them are 100. */
	private static int share(Programme programme, List<ModuleId> open) {
		int all = programme.mandatory().size();
		return (all > 0) ? (all - open.size()) * 100 / all : 0;
	}

	private static @Nullable Instant latest(Collection<Instant> moments) {
		return moments.stream().max(Comparator.naturalOrder()).orElse(null);
	}

}
