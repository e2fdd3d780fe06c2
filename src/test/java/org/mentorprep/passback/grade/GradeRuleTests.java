package org.mentorprep.passback.grade;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.mentorprep.activity.Dimension;
import org.mentorprep.completion.Standing;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.programme.Asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A grade never says more than we do. */
class GradeRuleTests {

	private static final Asked ONE_MODULE = new Asked(List.of(Standings.JUDGING), List.of(Standings.JUDGING), true);

	private static final List<ModuleId> ALL = List.of(Standings.JUDGING, Standings.LISTENING, Standings.PLANNING);

	private static final Asked PROGRAMME = new Asked(ALL, ALL, false);

	private final GradeRule rule = new GradeRule(new GradeWords(Standings.messages()));

	@Test
	void reportsNothingBeforeAnythingWasFinished() {
		assertThat(grade(ONE_MODULE, Standings.untouched(Standings.JUDGING))).isEmpty();
	}

	@Test
	void reportsPointsOfCompletedModule() {
		assertThat(grade(ONE_MODULE, Standings.completed(Standings.JUDGING, 83)))
			.contains(new Grade(83, true, "\u2018Judging\u2019 completed."));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "40, 40", "69, 69", "70, 69", "95, 69" })
	void staysBelowPassMarkUntilModuleIsCompleted(int points, int sent) {
		Grade grade = grade(ONE_MODULE, Standings.open(Standings.JUDGING, points)).orElseThrow();
		assertThat(grade.points()).isEqualTo(sent);
		assertThat(grade.completed()).isFalse();
	}

	@ParameterizedTest
	@MethodSource
	void saysWhatIsMissingByName(Standing standing, String missing) {
		assertThat(grade(ONE_MODULE, standing).orElseThrow().remark())
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
		Standing standing = Standings.open(Standings.JUDGING, 80,
				Standings.result(Standings.SECOND, 80, false, Dimension.B));
		assertThat(grade(ONE_MODULE, standing).orElseThrow().remark()).endsWith("(not enough yet in: B).");
	}

	@Test
	void reportsNothingOfProgrammeBeforeAnythingWasFinished() {
		assertThat(grade(PROGRAMME)).isEmpty();
	}

	@Test
	void reportsShareOfCompletedModulesRoundedDown() {
		assertThat(grade(PROGRAMME, Standings.completed(Standings.JUDGING, 71),
				Standings.completed(Standings.PLANNING, 90)))
			.contains(new Grade(66, false, "2 of 3 modules completed. Still missing: Listening."));
	}

	@Test
	void shareStaysBelowPassMarkUntilAllModulesAreCompleted() {
		List<ModuleId> four = List.of(Standings.JUDGING, Standings.LISTENING, Standings.PLANNING, Standings.ASKING);
		Pack pack = new Pack(Standings.PACK.id(), "pack", "1.0.0", "Course",
				four.stream().map((module) -> Standings.module(module, "\u2018" + module + "\u2019")).toList(),
				Map.of(), Map.of());
		assertThat(this.rule.grade(new Asked(four, four, false), pack,
				(module) -> module.equals(Standings.ASKING) ? Standings.untouched(module)
						: Standings.completed(module, 90)))
			.contains(new Grade(69, false, "3 of 4 modules completed. Still missing: \u2018asking\u2019."));
	}

	@Test
	void countsNoHalvesOfModules() {
		assertThat(grade(PROGRAMME, Standings.open(Standings.JUDGING, 95)))
			.contains(new Grade(0, false, "0 of 3 modules completed. Still missing: Judging, Listening, Planning."));
	}

	@Test
	void reportsFullGradeOnlyWhenAllModulesAreCompleted() {
		assertThat(grade(PROGRAMME, Standings.completed(Standings.JUDGING, 71),
				Standings.completed(Standings.LISTENING, 72), Standings.completed(Standings.PLANNING, 73)))
			.contains(new Grade(100, true, "All 3 modules completed."));
	}

	@Test
	void doesNotCountModulesThatAreNotMandatory() {
		Asked asked = new Asked(ALL, List.of(Standings.JUDGING, Standings.LISTENING), false);
		assertThat(grade(asked, Standings.completed(Standings.JUDGING, 71), Standings.completed(Standings.PLANNING, 90))
			.orElseThrow()
			.points()).isEqualTo(50);
	}

	@Test
	void reportsNothingWhereNothingIsAskedFor() {
		assertThat(grade(new Asked(List.of(), List.of(), false))).isEmpty();
	}

	@Test
	void keepsRemarkWithinItsColumn() {
		Standing standing = new Standing(Standings.JUDGING, 10, false, null,
				List.of(Standings.result(Standings.FIRST, 10, false)),
				Stream.generate(() -> Standings.SECOND).limit(40).toList());
		assertThat(grade(ONE_MODULE, standing).orElseThrow().remark()).hasSizeLessThanOrEqualTo(GradeWords.LONGEST)
			.endsWith("\u2026");
	}

	private Optional<Grade> grade(Asked asked, Standing... touched) {
		Map<ModuleId, Standing> standings = Stream.of(touched)
			.collect(Collectors.toMap(Standing::module, Function.identity()));
		return this.rule.grade(asked, Standings.PACK,
				(module) -> standings.getOrDefault(module, Standings.untouched(module)));
	}

}
