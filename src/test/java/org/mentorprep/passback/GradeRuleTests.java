package org.mentorprep.passback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.mentorprep.activity.Dimension;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.ProgressSamples;
import org.mentorprep.progress.TaskProgress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A grade never says more than we do. */
class GradeRuleTests {

	private final GradeRule rule = new GradeRule(new GradeWords(Standings.messages()));

	@Test
	void reportsNothingBeforeAnythingWasFinished() {
		assertThat(module(Standings.untouched(Standings.JUDGING))).isEmpty();
	}

	@Test
	void reportsPointsOfCompletedModule() {
		assertThat(module(Standings.completed(Standings.JUDGING, 83)))
			.contains(new Grade(83, true, "\u2018Judging\u2019 completed."));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "40, 40", "69, 69", "70, 69", "95, 69" })
	void staysBelowPassMarkUntilModuleIsCompleted(int points, int sent) {
		Grade grade = module(Standings.open(Standings.JUDGING, points)).orElseThrow();
		assertThat(grade.points()).isEqualTo(sent);
		assertThat(grade.completed()).isFalse();
	}

	@ParameterizedTest
	@MethodSource
	void saysWhatIsMissingByName(ModuleProgress standing, String missing) {
		assertThat(module(standing).orElseThrow().remark())
			.isEqualTo("\u2018Judging\u2019 is not completed yet. Still missing: " + missing + ".");
	}

	static Stream<Arguments> saysWhatIsMissingByName() {
		return Stream.of(
				arguments(Standings.open(Standings.JUDGING, 40), "\u2018Don't say it\u2019 (not finished yet)"),
				arguments(Standings.open(Standings.JUDGING, 60, Standings.result(Standings.SECOND, 40, false)),
						"\u2018Don't say it\u2019 (40 of 100 points so far, 70 needed)"),
				arguments(
						Standings.open(Standings.JUDGING, 80,
								Standings.result(Standings.SECOND, 80, false, Dimension.H, Dimension.L)),
						"\u2018Don't say it\u2019 (not enough yet in: Honest challenge, Listening well)"),
				arguments(
						Standings.open(Standings.JUDGING, 60,
								Standings.result(Standings.SECOND, 40, false, Dimension.H)),
						"\u2018Don't say it\u2019 (40 of 100 points so far, 70 needed; not enough yet in: Honest challenge)"),
				arguments(Standings.open(Standings.JUDGING, 80, Standings.result(Standings.SECOND, 80, false)),
						"\u2018Don't say it\u2019 (not passed yet)"));
	}

	@Test
	void namesDimensionWithoutWordsByItsId() {
		ModuleProgress standing = Standings.open(Standings.JUDGING, 80,
				Standings.result(Standings.SECOND, 80, false, Dimension.B));
		assertThat(module(standing).orElseThrow().remark()).endsWith("(not enough yet in: B).");
	}

	@Test
	void reportsNothingOfProgrammeBeforeAnythingWasFinished() {
		assertThat(programme(Standings.untouched(Standings.JUDGING), Standings.untouched(Standings.PLANNING)))
			.isEmpty();
	}

	@Test
	void reportsShareOfCompletedModulesRoundedDown() {
		assertThat(programme(Standings.completed(Standings.JUDGING, 71), Standings.untouched(Standings.LISTENING),
				Standings.completed(Standings.PLANNING, 90)))
			.contains(new Grade(66, false, "2 of 3 mandatory modules completed. Still missing: Listening."));
	}

	@Test
	void shareStaysBelowPassMarkUntilAllModulesAreCompleted() {
		assertThat(
				this.rule.ofProgramme(ProgressSamples.programme(75, null, 4, 3, Standings.LISTENING), Standings.PACK))
			.contains(new Grade(69, false, "3 of 4 mandatory modules completed. Still missing: Listening."));
	}

	@Test
	void countsNoHalvesOfModules() {
		assertThat(programme(Standings.open(Standings.JUDGING, 95), Standings.untouched(Standings.LISTENING)))
			.contains(new Grade(0, false, "0 of 2 mandatory modules completed. Still missing: Judging, Listening."));
	}

	@Test
	void reportsFullGradeOnlyWhenAllModulesAreCompleted() {
		assertThat(programme(Standings.completed(Standings.JUDGING, 71), Standings.completed(Standings.LISTENING, 72),
				Standings.completed(Standings.PLANNING, 73)))
			.contains(new Grade(100, true, "All 3 mandatory modules are completed."));
	}

	@Test
	void shareThatWasHigherOnceIsSentStill() {
		assertThat(this.rule.ofProgramme(ProgressSamples.programme(66, null, 4, 2, Standings.LISTENING), Standings.PACK)
			.orElseThrow()
			.points()).isEqualTo(66);
	}

	@Test
	void completedProgrammeStaysSoWhateverIsAdded() {
		assertThat(this.rule.ofProgramme(ProgressSamples.programme(100, Instant.EPOCH, 4, 3, Standings.LISTENING),
				Standings.PACK))
			.contains(new Grade(100, true, "All modules that were mandatory at the time are completed."
					+ " Added since, and not needed: Listening."));
	}

	@Test
	void keepsRemarkWithinItsColumn() {
		ModuleProgress standing = ProgressSamples.module(Standings.JUDGING, 10, null,
				Stream
					.concat(Stream.of(ProgressSamples.task(Standings.result(Standings.FIRST, 10, false))),
							Stream.generate(() -> ProgressSamples.task(Standings.SECOND)).limit(40))
					.toArray(TaskProgress[]::new));
		assertThat(module(standing).orElseThrow().remark()).hasSizeLessThanOrEqualTo(GradeWords.LONGEST)
			.endsWith("\u2026");
	}

	private Optional<Grade> module(ModuleProgress standing) {
		return this.rule.ofModule(Standings.PACK.module(standing.module()).orElseThrow(), standing, Standings.PACK);
	}

	private Optional<Grade> programme(ModuleProgress... modules) {
		return this.rule.ofProgramme(Standings.programme(List.of(modules)), Standings.PACK);
	}

}
