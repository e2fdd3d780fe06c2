package org.mentorprep.attempt;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Mark;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.PersonId;

/**
 * One filling of one task, as it is kept: what it was filled with and what was answered.
 *
 * @param seed decides the order of choices, so that a page looks the same again
 * @param mark present from the last answer on
 * @param thought the own thought at the end; empty if there is none
 */
record Attempt(AttemptId id, PersonId person, PackVersionId pack, ModuleId module, TaskId task, ExerciseId exercise,
		long seed, @Nullable Mark mark, String thought, List<Answer> answers) {

	Attempt {
		answers = List.copyOf(answers);
	}

	/**
	 * A new filling of a task, on the version that is current now. The seed draws the
	 * exercise, none a second time before all of the pool were seen: trying again is not
	 * trying the same again.
	 * @param seen exercises of earlier attempts at the task, as often as they were seen
	 */
	static Attempt fresh(PersonId person, Pack pack, ModuleId module, Task task, List<ExerciseId> seen, long seed) {
		int fewest = task.pool().stream().mapToInt((one) -> Collections.frequency(seen, one)).min().orElseThrow();
		List<ExerciseId> freshest = task.pool()
			.stream()
			.filter((one) -> Collections.frequency(seen, one) == fewest)
			.toList();
		ExerciseId drawn = freshest.get(new Random(seed).nextInt(freshest.size()));
		return new Attempt(new AttemptId(UUID.randomUUID()), person, pack.id(), module, task.id(), drawn, seed, null,
				"", List.of());
	}

	/** The same with these answers and this mark. */
	Attempt with(List<Answer> answers, @Nullable Mark mark) {
		return new Attempt(this.id, this.person, this.pack, this.module, this.task, this.exercise, this.seed, mark,
				this.thought, answers);
	}

}
