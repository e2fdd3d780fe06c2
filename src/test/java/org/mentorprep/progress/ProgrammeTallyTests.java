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

import static org.assertj.core.api.Assertions.assertThat;

/** What modules come to in a programme. */
class ProgrammeTallyTests {

	private static final Instant FIRST = Instant.parse("2026-10-02T08:00:00Z");

	private static final Instant SECOND = Instant.parse("2026-11-03T08:00:00Z");

	private static final PackVersionId NOW = new PackVersionId(UUID.randomUUID());

	private static final PackVersionId THEN = new PackVersionId(UUID.randomUUID());

	@ParameterizedTest
	@CsvSource({ "'', 0", "a, 33", "a b, 66", "a b c, 100", "x y, 0", "a x, 33" })
	void shareIsOfMandatoryModulesOnly(String completed, int points) {
		assertThat(count(completed).points()).isEqualTo(points);
	}

	@Test
	void isCompletedWithTheLastOfItsModules() {
		assertThat(count("a b c")).isEqualTo(new Completion(100, SECOND, NOW));
	}

	@Test
	void isOpenUntilThen() {
		assertThat(count("a b x y").completed()).isFalse();
	}

	@Test
	void completedStaysCompletedOnItsVersion() {
		Completion before = new Completion(100, FIRST, THEN);
		assertThat(tally("a").count(before)).isEqualTo(before);
	}

	@Test
	void shareNeverFalls() {
		assertThat(tally("a").count(new Completion(50, null, null)).points()).isEqualTo(50);
	}

	@Test
	void saysWhatIsOpen() {
		assertThat(tally("b x").standing(Completion.NONE).asked()).extracting(ModuleId::value)
			.containsExactly("a", "c");
	}

	@Test
	void asksNothingMoreOfThoseWhoCompletedIt() {
		ProgrammeProgress standing = tally("a b").standing(new Completion(100, FIRST, THEN));
		assertThat(standing.asked()).isEmpty();
		assertThat(standing.open()).extracting(ModuleId::value).containsExactly("c");
	}

	@Test
	void isUntouchedIfOnlyWhatIsOfferedWasDone() {
		assertThat(tally("x y").standing(Completion.NONE).untouched()).isTrue();
		assertThat(tally("a").standing(Completion.NONE).untouched()).isFalse();
	}

	@Test
	void moduleThatWasTriedIsTouched() {
		ProgrammeTally tried = new ProgrammeTally(programme(), NOW,
				Map.of(new ModuleId("a"), new Completion(40, null, null)));
		assertThat(tried.standing(Completion.NONE)).returns(1, ProgrammeProgress::touched)
			.returns(0, ProgrammeProgress::points);
	}

	@Test
	void earlierVersionKnowsNothingOfWhatCameAfterIt() {
		ProgrammeTally tally = new ProgrammeTally(programme(), NOW, Map.of(new ModuleId("a"),
				new Completion(80, FIRST, THEN), new ModuleId("b"), new Completion(80, SECOND, NOW)));
		Programme small = new Programme(new ProgrammeId("all"), "All", "", modules("a", "b"), List.of());
		assertThat(tally.versions()).containsExactlyInAnyOrder(THEN, NOW);
		assertThat(tally.on(THEN, small).count(Completion.NONE)).isEqualTo(new Completion(50, null, null));
	}

	private static Completion count(String completed) {
		return tally(completed).count(Completion.NONE);
	}

	/** Each module was completed at the first time, and c at the second. */
	private static ProgrammeTally tally(String completed) {
		Map<ModuleId, Completion> kept = new HashMap<>();
		Stream.of(completed.split(" "))
			.filter((module) -> !module.isEmpty())
			.forEach((module) -> kept.put(new ModuleId(module),
					new Completion(80, module.equals("c") ? SECOND : FIRST, THEN)));
		return new ProgrammeTally(programme(), NOW, kept);
	}

	private static Programme programme() {
		return new Programme(new ProgrammeId("all"), "All", "", modules("a", "b", "c"), modules("x", "y"));
	}

	private static List<ModuleId> modules(String... ids) {
		return Stream.of(ids).map(ModuleId::new).toList();
	}

}
