package org.mentorprep.attempt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.launch.PersonId;
import org.mentorprep.testing.TinyPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** A fresh attempt: what it is filled with. */
class AttemptTests {

	private static final PersonId PERSON = new PersonId(UUID.randomUUID());

	private static final Pack PACK = TinyPacks.pack("1.0.0", TinyPacks.RULE);

	private static final Task TASK = TinyPacks.task(TinyPacks.FIRST, 1, true, "a", "b", "c");

	@Property(tries = 200)
	void repeatsNoExerciseBeforeAllOfThePoolWereSeen(@ForAll long seed) {
		List<ExerciseId> seen = new ArrayList<>();
		for (int round = 0; round < 6; round++) {
			seen.add(draw(seen, seed + round));
		}
		assertThat(Set.copyOf(seen.subList(0, 3))).hasSize(3);
		assertThat(Set.copyOf(seen.subList(3, 6))).hasSize(3);
	}

	@Test
	void seedDecidesWhichOfTheUnseenComes() {
		Set<ExerciseId> drawn = new HashSet<>();
		for (long seed = 0; seed < 50; seed++) {
			drawn.add(draw(List.of(), seed));
		}
		assertThat(drawn).hasSize(3);
	}

	@Test
	void exercisesThatLeftThePoolAreNotDrawnAgain() {
		assertThat(draw(List.of(new ExerciseId("gone"), new ExerciseId("a"), new ExerciseId("b")), 7))
			.isEqualTo(new ExerciseId("c"));
	}

	@Test
	void isPinnedToTheVersionItBeginsOn() {
		assertThat(Attempt.fresh(PERSON, PACK, TinyPacks.LISTENING, TASK, List.of(), 7).pack()).isEqualTo(PACK.id());
	}

	private static ExerciseId draw(List<ExerciseId> seen, long seed) {
		return Attempt.fresh(PERSON, PACK, TinyPacks.LISTENING, TASK, seen, seed).exercise();
	}

}
