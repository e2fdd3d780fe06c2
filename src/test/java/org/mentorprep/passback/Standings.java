package org.mentorprep.passback;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.support.ResourceBundleMessageSource;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.attempt.AttemptId;
import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.attempt.AttemptResult.ScoredAttempt;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Pack.DimensionWords;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.ModuleProgress.TaskResult;
import org.mentorprep.progress.ProgrammeProgress;
import org.mentorprep.progress.ProgressSamples;

/** A small course, and where a mentor may stand in it. */
public final class Standings {

	public static final ModuleId JUDGING = new ModuleId("judging");

	public static final ModuleId LISTENING = new ModuleId("listening");

	public static final ModuleId PLANNING = new ModuleId("planning");

	public static final ModuleId ASKING = new ModuleId("asking");

	public static final TaskId FIRST = new TaskId("first");

	public static final TaskId SECOND = new TaskId("second");

	/** Two of the three modules are mandatory in it. */
	public static final Programme ROUTE = new Programme(new ProgrammeId("route"), "Route", "",
			List.of(JUDGING, LISTENING), List.of(PLANNING));

	/** The first programme asks for all modules. */
	public static final Pack PACK = programmes(new Pack(new PackVersionId(UUID.randomUUID()), "pack", "1.0.0", "Course",
			List.of(module(JUDGING, "Judging"), module(LISTENING, "Listening"), module(PLANNING, "Planning")), Map.of(),
			Map.of(Dimension.H, new DimensionWords("Honest challenge", "s", "p", "w"), Dimension.L,
					new DimensionWords("Listening well", "s", "p", "w"))));

	private static final Instant THEN = Instant.parse("2026-11-24T08:00:00Z");

	private Standings() {
	}

	public static ModuleProgress untouched(ModuleId module) {
		return ProgressSamples.module(module, 0, null, ProgressSamples.task(FIRST), ProgressSamples.task(SECOND));
	}

	public static ModuleProgress completed(ModuleId module, int points) {
		return ProgressSamples.module(module, points, THEN, ProgressSamples.task(result(FIRST, points, true)),
				ProgressSamples.task(result(SECOND, points, true)));
	}

	/** What standings in mandatory modules come to. */
	public static ProgrammeProgress programme(List<ModuleProgress> modules) {
		List<ModuleId> open = modules.stream()
			.filter((standing) -> !standing.completed())
			.map(ModuleProgress::module)
			.toList();
		int touched = (int) modules.stream().filter((standing) -> !standing.untouched()).count();
		return ProgressSamples.programme((modules.size() - open.size()) * 100 / modules.size(),
				open.isEmpty() ? THEN : null, modules.size(), touched, open.toArray(ModuleId[]::new));
	}

	/** The words of the post room. */
	public static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/passback");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	/** Not completed: the first task passed, the second as given, or not finished yet. */
	public static ModuleProgress open(ModuleId module, int points, TaskResult... second) {
		return ProgressSamples.module(module, points, null, ProgressSamples.task(result(FIRST, 80, true)),
				(second.length > 0) ? ProgressSamples.task(second[0]) : ProgressSamples.task(SECOND));
	}

	public static TaskResult result(TaskId task, int points, boolean passed, Dimension... below) {
		ScoredAttempt attempt = new ScoredAttempt(new AttemptId(UUID.randomUUID()), task, new ExerciseId("any"),
				PACK.id(), new Mark(points / 100.0, Map.of(), Set.of()), Instant.EPOCH);
		return new TaskResult(new AttemptResult(attempt, passed, Arrays.asList(below)), 1);
	}

	private static Pack programmes(Pack plain) {
		return plain.with(List.of(plain.programme(null), ROUTE));
	}

	static Module module(ModuleId id, String title) {
		return new Module(id, title, "why", "lead", new PassRule(70, 50), List.of(),
				List.of(task(FIRST, "The first five minutes"), task(SECOND, "Don't say it")));
	}

	private static Task task(TaskId id, String title) {
		return new Task(id, title, "why", 10, 1, true, List.of());
	}

}
