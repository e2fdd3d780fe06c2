package org.mentorprep.mentor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Dimension;
import org.mentorprep.attempt.JudgedAttempt;
import org.mentorprep.content.DimensionWords;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;

/**
 * Puts the way through a module into rows: each task with its best result, and what is
 * missing by name.
 */
record Progression(Whereabouts here, Pack pack) {

	List<ModulePage.TaskRow> tasks() {
		return this.here.module().tasks().stream().map(this::row).toList();
	}

	/** The first required task that is not passed; absent once completed. */
	ModulePage.@Nullable TaskRow next() {
		return this.here.left().stream().map(this::row).findFirst().orElse(null);
	}

	List<ModulePage.Missing> missing() {
		return this.here.left().stream().flatMap(this::missing).toList();
	}

	private Stream<ModulePage.Missing> missing(Task task) {
		PassRule rule = this.here.module().passRule();
		Optional<JudgedAttempt> best = this.here.best(task.id());
		if (best.isEmpty()) {
			return Stream
				.of(new ModulePage.Missing(ModulePage.Missing.Kind.TASK, task.title(), null, 0, rule.passMark()));
		}
		JudgedAttempt counts = best.get();
		Stream<ModulePage.Missing> total = Stream
			.of(new ModulePage.Missing(ModulePage.Missing.Kind.TOTAL, task.title(), null, counts.points(),
					rule.passMark()))
			.filter((missing) -> missing.points() < missing.needed());
		Stream<ModulePage.Missing> dimensions = counts.below()
			.stream()
			.map((dimension) -> new ModulePage.Missing(ModulePage.Missing.Kind.DIMENSION, task.title(), name(dimension),
					counts.attempt().mark().points(dimension), rule.floor()));
		return Stream.concat(total, dimensions);
	}

	private ModulePage.TaskRow row(Task task) {
		TaskId id = task.id();
		Optional<JudgedAttempt> best = this.here.best(id);
		return new ModulePage.TaskRow(id, task.title(), task.why(), task.minutes(), task.required(), state(id, best),
				best.map(JudgedAttempt::points).orElse(null),
				best.stream().flatMap((counts) -> counts.below().stream()).map(this::name).toList(),
				this.here.tries(id), best.map((counts) -> counts.attempt().id()).orElse(null), this.here.open(id));
	}

	private TaskState state(TaskId task, Optional<JudgedAttempt> best) {
		return best.map((counts) -> counts.passed() ? TaskState.PASSED : TaskState.NOT_YET)
			.orElse((this.here.open(task) != null) ? TaskState.IN_PROGRESS : TaskState.NOT_STARTED);
	}

	/** Falls back to the bare id for a dimension that only an older version knew. */
	private String name(Dimension dimension) {
		DimensionWords words = this.pack.dimensions().get(dimension);
		return (words != null) ? words.name() : dimension.name();
	}

}
