package org.mentorprep.attempt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Outcome;
import org.mentorprep.attempt.AttemptPage.AttemptHead;
import org.mentorprep.attempt.AttemptPage.ReplyPage;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Packs;
import org.mentorprep.testing.Sample;

/**
 * The pages of shipped transcripts and remarks in all their states, worked as a browser
 * would.
 */
final class TextSamples {

	private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

	private static final String WORDS = "On Thursday four burners were alight before you had given the word.\r\n"
			+ "That worries me. Shall we look at the start of it on Monday in <b>period one</b>?";

	private static final Map<String, List<String>> TICKED = fields("line-3", "1", "kind-3", "1", "line-5", "1",
			"kind-5", "1", "line-7", "1", "kind-7", "2", "line-13", "1", "kind-13", "3");

	private static final Map<String, List<String>> MARKS = fields("criterion-1", "3", "criterion-2", "2", "criterion-3",
			"1", "criterion-4", "2", "criterion-5", "3");

	private final Exercise exercise;

	private TextSamples(String exercise) {
		this.exercise = new PackReader().read(Packs.read("classpath:packs/mentor-prep"), new PackVersionId(ID))
			.exercise(new ExerciseId(exercise));
	}

	static List<Sample> all() {
		List<Sample> samples = new ArrayList<>(new TextSamples("m3-lines").highlight());
		samples.addAll(new TextSamples("m3-j10").rewrite());
		return samples;
	}

	private List<Sample> highlight() {
		return List.of(step("lines", List.of(), Map.of()), step("lines-none", List.of(), fields("kind-3", "1")),
				step("lines-kind-missing", List.of(), fields("line-3", "1", "line-5", "1", "kind-5", "3")),
				reply("lines-reply", List.of(TICKED), false), reply("lines-reply-keys", List.of(TICKED), true),
				debrief("lines-debrief", List.of(TICKED)));
	}

	private List<Sample> rewrite() {
		Map<String, List<String>> words = fields("words", WORDS);
		Map<String, List<String>> judged = fields("words", WORDS + " How did it look to you?");
		judged.putAll(MARKS);
		Map<String, List<String>> kept = fields("words", WORDS);
		kept.putAll(MARKS);
		return List.of(step("rewrite", List.of(), Map.of()),
				step("rewrite-too-short", List.of(), fields("words", "Call me.")),
				step("rewrite-sample", List.of(words), Map.of()),
				step("rewrite-mark-missing", List.of(words), fields("criterion-2", "1")),
				reply("rewrite-reply", List.of(words, MARKS), false),
				step("rewrite-examples", List.of(words, MARKS, MARKS), Map.of()),
				step("rewrite-judge", List.of(words, MARKS, MARKS, Map.of()), Map.of()),
				step("rewrite-judge-refused", List.of(words, MARKS, MARKS, Map.of()), fields("words", WORDS)),
				debrief("rewrite-debrief", List.of(words, MARKS, MARKS, Map.of(), judged)),
				debrief("rewrite-debrief-kept", List.of(words, MARKS, MARKS, Map.of(), kept)));
	}

	/** The page after what was sent last, if anything was, was refused. */
	private Sample step(String name, List<Map<String, List<String>>> sent, Map<String, List<String>> refused) {
		ActivityState progress = work(sent);
		Answer given = new Answer(refused);
		return new Sample(name, "attempt/step",
				new AttemptPage(head(), sent.size() + 1, decision(progress, sent.size()), progress.step().orElseThrow(),
						progress, given, refusal(progress, given), null));
	}

	private @Nullable AnswerRefused refusal(ActivityState progress, Answer given) {
		if (given.values().isEmpty()) {
			return null;
		}
		Activity activity = this.exercise.activity();
		try {
			activity.next(progress, activity.read(progress, given));
		}
		catch (AnswerRefused ex) {
			return ex;
		}
		throw new IllegalArgumentException("Not refused: " + given);
	}

	private Sample reply(String name, List<Map<String, List<String>>> sent, boolean keysShown) {
		ActivityState progress = work(sent);
		int step = sent.size();
		return new Sample(name, "attempt/reply", new ReplyPage(head(), step, decision(progress, step - 1),
				progress.outcomes().get(step - 1), progress, progress.done(), keysShown));
	}

	private Sample debrief(String name, List<Map<String, List<String>>> sent) {
		ActivityState progress = work(sent);
		int points = progress.mark().orElseThrow().points();
		return new Sample(name, "attempt/debrief",
				new DebriefPage(head(), points >= 70, points, points, true, false, 70, 50, progress,
						decision(progress, sent.size()), List.of(), List.of(), this.exercise.reflection(), "", false));
	}

	private ActivityState work(List<Map<String, List<String>>> sent) {
		Activity activity = this.exercise.activity();
		ActivityState progress = activity.begin(7);
		for (Map<String, List<String>> fields : sent) {
			progress = activity.next(progress, activity.read(progress, new Answer(fields)));
		}
		return progress;
	}

	private static int decision(ActivityState progress, int before) {
		return 1 + (int) progress.outcomes().stream().limit(before).filter(Outcome::hasReply).count();
	}

	private AttemptHead head() {
		return new AttemptHead(new LinkId(ID), new ModuleId("judgementoring"), "Judgementoring", new TaskId("task"),
				this.exercise.title(), new AttemptId(ID), this.exercise.minutes(), this.exercise.activity().kind(),
				true, "", "1.0.0", false);
	}

	private static Map<String, List<String>> fields(String... namesAndValues) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			fields.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
		}
		return fields;
	}

}
