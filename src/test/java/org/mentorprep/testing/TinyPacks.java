package org.mentorprep.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mentorprep.activity.Dimension;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Pack.DimensionWords;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.Page;
import org.mentorprep.content.PageId;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;

/** Packs made by hand, of {@link TinyActivity}. */
public final class TinyPacks {

	/** A module with two pages and two required tasks. */
	public static final ModuleId LISTENING = new ModuleId("listening");

	/** A module with one required task. */
	public static final ModuleId ASKING = new ModuleId("asking");

	/** The first task of {@link #LISTENING}, filled from two exercises. */
	public static final TaskId FIRST = new TaskId("first-minutes");

	/** The second task of {@link #LISTENING}, of three times the weight. */
	public static final TaskId SECOND = new TaskId("second-minutes");

	/** The only task of {@link #ASKING}. */
	public static final TaskId QUESTION = new TaskId("question");

	/** Both modules, mandatory. */
	public static final Programme PROGRAMME = new Programme(new ProgrammeId("tiny"), "Tiny", "",
			List.of(LISTENING, ASKING), List.of());

	/** The rule of all these modules. */
	public static final PassRule RULE = new PassRule(70, 50);

	private TinyPacks() {
	}

	/** A pack of both modules. */
	public static Pack pack(String version, PassRule rule) {
		return pack(version, List.of(listening(rule), asking(rule)));
	}

	public static Pack pack(String version, List<Module> modules) {
		Map<ExerciseId, Exercise> exercises = Stream.of("first-a", "first-b", "second-a", "question-a")
			.collect(Collectors.toMap(ExerciseId::new, TinyPacks::exercise));
		Map<Dimension, DimensionWords> words = Map.of(Dimension.E,
				new DimensionWords("Evidence before evaluation", "E strong", "E partial", "E weak"), Dimension.Q,
				new DimensionWords("Questions that open thinking", "Q strong", "Q partial", "Q weak"));
		return new Pack(new PackVersionId(UUID.randomUUID()), "tiny", version, "Tiny", modules, exercises, words);
	}

	public static Module listening(PassRule rule) {
		return new Module(LISTENING, "Listening", "Why listen", "It helps.", rule,
				List.of(page("one", "Why it helps"), page("two", "How it is done")),
				List.of(task(FIRST, 1, true, "first-a", "first-b"), task(SECOND, 3, true, "second-a")));
	}

	public static Module asking(PassRule rule) {
		return new Module(ASKING, "Asking", "Why ask", "It helps, too.", rule, List.of(page("three", "One at a time")),
				List.of(task(QUESTION, 1, true, "question-a")));
	}

	public static Task task(TaskId id, double weight, boolean required, String... pool) {
		return new Task(id, "Task " + id, "Because", 8, weight, required,
				Stream.of(pool).map(ExerciseId::new).toList());
	}

	private static Page page(String id, String title) {
		return new Page(new PageId(id), title, 3, "<p>Read this.</p>", List.of("A source"));
	}

	private static Exercise exercise(String id) {
		return new Exercise(new ExerciseId(id), "Exercise " + id, 8, true, new TinyActivity(),
				Map.of(Dimension.E, "Bring a note", Dimension.Q, "Ask one thing"), "", "What will you ask first?");
	}

}
