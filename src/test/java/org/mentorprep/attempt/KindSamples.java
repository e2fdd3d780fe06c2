package org.mentorprep.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.classify.Classify;
import org.mentorprep.activity.order.Order;
import org.mentorprep.activity.rate.Rate;
import org.mentorprep.attempt.AttemptPage.AttemptHead;
import org.mentorprep.attempt.AttemptPage.ReplyPage;
import org.mentorprep.content.Exercise;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.pack.PackReader;
import org.mentorprep.pack.Packs;
import org.mentorprep.testing.Sample;

/**
 * The pages of the kinds that are answered on one page, with the exercises as they are
 * shipped: fresh, refused, what came of it without keys and with them, and the debrief.
 */
final class KindSamples {

	private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");

	private static final Pack PACK = new PackReader().read(Packs.read("classpath:packs/mentor-prep"),
			new PackVersionId(ONE));

	private static final Answer NOTHING = new Answer(Map.of());

	private KindSamples() {
	}

	static List<Sample> all() {
		List<Sample> samples = new ArrayList<>(ofKind("rate", "m3-j4", KindSamples::rated));
		samples.addAll(ofKind("classify", "m3-j8", KindSamples::sorted));
		samples.addAll(ofKind("order", "m3-j12", KindSamples::put));
		samples.add(moved("order-moved", Map.of(Activity.CHANGE, "up-2")));
		samples.add(moved("order-moved-straight", Map.of(Activity.CHANGE, "straight", "step", "1", "place", "4")));
		return samples;
	}

	private static List<Sample> ofKind(String kind, String id, Function<Activity, Answer> answer) {
		Exercise exercise = PACK.exercise(new ExerciseId(id));
		ActivityState begun = exercise.activity().begin(7);
		ActivityState done = exercise.activity().next(begun, answer.apply(exercise.activity()));
		Answer given = answered(Map.of("entry-1", "1", "entry-3", "2"));
		AnswerRefused refused = refusal(exercise.activity(), given);
		return List.of(step(kind, exercise, begun, begun.step().orElseThrow(), NOTHING, null),
				step(kind + "-refused", exercise, begun, begun.step().orElseThrow(), given, refused),
				reply(kind + "-reply", exercise, done, false), reply(kind + "-reply-keys", exercise, done, true),
				new Sample(kind + "-debrief", "attempt/debrief",
						new DebriefPage(head(exercise), false, done.mark().orElseThrow().points(),
								done.mark().orElseThrow().points(), true, false, 70, 50, done, 1, List.of(), List.of(),
								exercise.reflection(), "", false)));
	}

	private static Sample moved(String name, Map<String, String> fields) {
		Exercise exercise = PACK.exercise(new ExerciseId("m3-j12"));
		ActivityState begun = exercise.activity().begin(7);
		Answer sent = answered(fields);
		return step(name, exercise, begun, exercise.activity().changed(begun, sent).orElseThrow(), sent, null);
	}

	/** What the tool says to a form that was sent half filled in. */
	private static AnswerRefused refusal(Activity activity, Answer given) {
		ActivityState begun = activity.begin(7);
		try {
			activity.next(begun, activity.read(begun, given));
		}
		catch (AnswerRefused ex) {
			return ex;
		}
		throw new IllegalStateException("Half an answer to " + activity.kind() + " was accepted");
	}

	private static Sample step(String name, Exercise exercise, ActivityState progress, Step step, Answer given,
			@Nullable AnswerRefused refused) {
		return new Sample(name, "attempt/step",
				new AttemptPage(head(exercise), 1, 1, step, progress, given, refused, null));
	}

	private static Sample reply(String name, Exercise exercise, ActivityState done, boolean keysShown) {
		return new Sample(name, "attempt/reply",
				new ReplyPage(head(exercise), 1, 1, done.outcomes().get(0), done, true, keysShown));
	}

	/** Everything a step too kind. */
	private static Answer rated(Activity activity) {
		List<String> kinder = List.of("helps-a-lot", "helps-a-lot", "helps-a-bit", "hinders-a-bit");
		return answered(((Rate) activity).responses()
			.stream()
			.collect(Collectors.toMap(Rate.Response::id, (response) -> kinder.get(response.key().ordinal()))));
	}

	/** Guesses taken for descriptions. */
	private static Answer sorted(Activity activity) {
		return answered(((Classify) activity).items()
			.stream()
			.collect(Collectors.toMap(Classify.Item::id,
					(item) -> item.key().equals("inference") ? "description" : item.key())));
	}

	/** In alphabetical order. */
	private static Answer put(Activity activity) {
		return new Answer(Map.of("order", ((Order) activity).items().keySet().stream().sorted().toList()));
	}

	private static Answer answered(Map<String, String> fields) {
		return new Answer(fields.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (field) -> List.of(field.getValue()))));
	}

	private static AttemptHead head(Exercise exercise) {
		return new AttemptHead(new LinkId(ONE), new ModuleId("judgementoring"), "Judgementoring",
				new TaskId(exercise.id().value()), exercise.title(), new AttemptId(ONE), exercise.minutes(),
				exercise.activity().kind(), true, exercise.contentNote(), "1.0.0", false);
	}

}
