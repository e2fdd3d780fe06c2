package org.mentorprep.progress;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.passback.Standings;

import static org.assertj.core.api.Assertions.assertThat;

/** What modules come to in a programme. */
class ProgrammeProgressTests {

	private static final Instant FIRST = Instant.parse("2026-10-02T08:00:00Z");

	private static final Instant SECOND = Instant.parse("2026-11-03T08:00:00Z");

	private static final PackVersionId NOW = new PackVersionId(UUID.randomUUID());

	private static final PackVersionId THEN = new PackVersionId(UUID.randomUUID());

	private static final Programme PROGRAMME = new Programme(new ProgrammeId("all"), "All", "", modules("a", "b", "c"),
			modules("x", "y"));

	@ParameterizedTest
	@CsvSource({ "'', 0", "a, 33", "a b, 66", "a b c, 100", "x y, 0", "a x, 33" })
	void shareIsOfMandatoryModulesOnly(String completed, int points) {
		assertThat(count(completed).points()).isEqualTo(points);
	}

	@Test
	void isCompletedWithTheLastOfItsModules() {
		assertThat(count("a b c")).returns(SECOND, ProgrammeProgress::completedAt)
			.returns(NOW, ProgrammeProgress::version)
			.returns(100, ProgrammeProgress::points)
			.returns(ModuleProgress.State.COMPLETED, ProgrammeProgress::state);
	}

	@Test
	void isOpenUntilThen() {
		assertThat(count("a b x y")).returns(false, ProgrammeProgress::completed)
			.returns(ModuleProgress.State.IN_PROGRESS, ProgrammeProgress::state);
	}

	@Test
	void completedStaysCompletedOnItsVersion() {
		assertThat(count(completedBefore(), "a")).returns(100, ProgrammeProgress::points)
			.returns(FIRST, ProgrammeProgress::completedAt)
			.returns(THEN, ProgrammeProgress::version);
	}

	@Test
	void shareNeverFalls() {
		assertThat(count(before(50, null, null), "a").points()).isEqualTo(50);
	}

	@Test
	void saysWhatIsOpen() {
		assertThat(count("b x").required()).extracting(ModuleId::value).containsExactly("a", "c");
	}

	@Test
	void asksNothingMoreOfThoseWhoCompletedIt() {
		ProgrammeProgress progress = count(completedBefore(), "a b");
		assertThat(progress.required()).isEmpty();
		assertThat(progress.open()).extracting(ModuleId::value).containsExactly("c");
	}

	@Test
	void isUntouchedIfOnlyWhatIsOfferedWasDone() {
		assertThat(count("x y").untouched()).isTrue();
		assertThat(count("a").untouched()).isFalse();
	}

	@Test
	void moduleThatWasTriedIsTouched() {
		ModuleProgress tried = ProgressSamples.module(new ModuleId("a"), 40, null,
				ProgressSamples.task(Standings.result(Standings.FIRST, 40, false)));
		assertThat(ProgrammeProgress.none(PROGRAMME, NOW).counted(PROGRAMME, NOW, Map.of(tried.module(), tried)))
			.returns(1, ProgrammeProgress::tried)
			.returns(0, ProgrammeProgress::points);
	}

	@Test
	void earlierVersionKnowsNothingOfWhatCameAfterIt() {
		Map<ModuleId, ModuleProgress> kept = Map.of(new ModuleId("a"), completed("a", FIRST, THEN), new ModuleId("b"),
				completed("b", SECOND, NOW));
		Programme small = new Programme(new ProgrammeId("all"), "All", "", modules("a", "b"), List.of());
		assertThat(ProgrammeProgress.none(small, THEN).counted(small, THEN, ProgrammeProgress.until(THEN, kept)))
			.returns(50, ProgrammeProgress::points)
			.returns(false, ProgrammeProgress::completed);
	}

	private static ProgrammeProgress count(String completed) {
		return count(ProgrammeProgress.none(PROGRAMME, NOW), completed);
	}

	/** Each module was completed at the first time, and c at the second. */
	private static ProgrammeProgress count(ProgrammeProgress before, String completed) {
		Map<ModuleId, ModuleProgress> kept = new HashMap<>();
		Stream.of(completed.split(" "))
			.filter((module) -> !module.isEmpty())
			.map((module) -> completed(module, module.equals("c") ? SECOND : FIRST, THEN))
			.forEach((module) -> kept.put(module.module(), module));
		return before.counted(PROGRAMME, NOW, kept);
	}

	private static ProgrammeProgress completedBefore() {
		return before(100, FIRST, THEN);
	}

	private static ProgrammeProgress before(int points, Instant completedAt, PackVersionId version) {
		return new ProgrammeProgress(PROGRAMME.id(), points, completedAt, version, FIRST, 3, 3, List.of(), false, THEN);
	}

	private static ModuleProgress completed(String module, Instant at, PackVersionId version) {
		return new ModuleProgress(new ModuleId(module), 80, at, version, at, at, List.of(), version);
	}

	private static List<ModuleId> modules(String... ids) {
		return Stream.of(ids).map(ModuleId::new).toList();
	}

}
