package org.mentorprep.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.activity.dialogue.DialogueNode;
import org.mentorprep.activity.dialogue.Trust;
import org.mentorprep.attempt.AttemptPage.AttemptHead;
import org.mentorprep.attempt.AttemptPage.ReplyPage;
import org.mentorprep.attempt.DebriefPage.Level;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.testing.Sample;

/** The pages of an attempt in all their states. */
public final class AttemptSamples {

	private static final LinkId LINK = new LinkId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

	private static final ModuleId MODULE = new ModuleId("judgementoring");

	private static final Answer NOTHING = new Answer(Map.of());

	private static final Dialogue DIALOGUE = new Dialogue(Set.of(Dimension.E, Dimension.Q), Set.of(Dimension.E),
			Set.of("boundary"), new Trust(0, -3, 3), "door",
			Map.of("door", node("door", "thread", true), "thread", node("thread", "close", false), "close",
					node("close", Dialogue.END, false)),
			Trust.Rule.always("You began by overruling her, and won her back by putting the timeline on the table."));

	private AttemptSamples() {
	}

	public static List<Sample> all() {
		List<Sample> samples = new ArrayList<>(steps());
		samples.addAll(replies());
		samples.addAll(debriefs());
		samples.addAll(KindSamples.all());
		samples.addAll(TextSamples.all());
		return samples;
	}

	private static List<Sample> steps() {
		String words = "Sit down a second. <b>Which bit</b> is bothering you?";
		return List.of(
				step("own-words", 1, List.of(), NOTHING, null, null), step("own-words-refused", 1, List.of(),
						answer("words", words), "activity.dialogue.words-too-long", null),
				step("choice", 2, List.of(answer("words", words)), NOTHING, null, null),
				step("choice-refused", 2, List.of(answer("words", "")), answer("choice", "other"),
						"activity.dialogue.choose", null),
				step("choice-resumed", 3, List.of(answer("words", ""), answer("choice", "reassure")), NOTHING, null,
						"You reassured her. She answered politely."));
	}

	private static Sample step(String name, int number, List<Answer> answers, Answer given, String error,
			String recap) {
		ActivityState progress = DIALOGUE.replay(7, answers);
		int decision = Math.max(1, number - 1);
		return new Sample(name, "attempt/step", new AttemptPage(head(), number, decision, progress.step().orElseThrow(),
				progress, given, (error != null) ? new AnswerRefused(error) : null, recap));
	}

	private static List<Sample> replies() {
		List<Sample> samples = new ArrayList<>();
		for (String choice : List.of("moment", "reassure", "coffee", "verdict")) {
			samples.add(reply("reply-" + choice, 2, List.of(answer("words", ""), answer("choice", choice)), false));
		}
		samples.add(reply("reply-own-words", 1, List.of(answer("words", "Sit down.\nBreathe.")), false));
		samples.add(reply("reply-no-words", 1, List.of(answer("words", "")), false));
		samples.add(reply("reply-last", 4, way("moment"), true));
		return samples;
	}

	private static Sample reply(String name, int number, List<Answer> answers, boolean last) {
		ActivityState progress = DIALOGUE.replay(7, answers);
		Outcome outcome = progress.outcomes().get(number - 1);
		return new Sample(name, "attempt/reply",
				new ReplyPage(head(), number, Math.max(1, number - 1), outcome, progress, last, last));
	}

	private static List<Sample> debriefs() {
		return List.of(debrief("debrief-passed", true, 88, "moment", 78, true, false, ""),
				debrief("debrief-not-yet", false, 40, "moment", 74, true, false, "I will ask first."),
				debrief("debrief-best-stays", false, 40, "moment", 74, false, true, "Too long."),
				debrief("debrief-capped", false, 60, "verdict", 74, true, false, ""));
	}

	private static Sample debrief(String name, boolean passed, int evidence, String last, int points,
			boolean bestIsThis, boolean tooLong, String thought) {
		List<DebriefPage.Line> profile = List.of(
				line("Evidence before evaluation", "You describe first and let her interpret.", evidence, true),
				line("Questions that open thinking", "One at a time, built on her last answer.", 80, false),
				line("Know-how made visible", "One small step, after a list of four.", 25, false));
		return new Sample(name, "attempt/debrief",
				new DebriefPage(head(), passed, points, bestIsThis ? points : 83, bestIsThis, !passed, 70, 50,
						DIALOGUE.replay(7, way(last)), 3, profile, List.of("When you hear “disaster”, ask first."),
						"What will you say in the first minute of your next debrief?", thought, tooLong));
	}

	private static DebriefPage.Line line(String name, String sentence, int points, boolean critical) {
		return new DebriefPage.Line(name, sentence, Level.of(points), points, critical, critical && points < 50);
	}

	private static List<Answer> way(String last) {
		return List.of(answer("words", ""), answer("choice", "reassure"), answer("choice", "moment"),
				answer("choice", last));
	}

	private static Answer answer(String field, String value) {
		return new Answer(Map.of(field, List.of(value)));
	}

	private static AttemptHead head() {
		return new AttemptHead(LINK, MODULE, "Judgementoring", new TaskId("first-five-minutes"),
				"The first five minutes", new AttemptId(UUID.fromString("00000000-0000-0000-0000-000000000002")), 8,
				"dialogue", true, "Someone is close to tears in this conversation. You can do it another day.", "1.0.0",
				false);
	}

	private static DialogueNode node(String id, String next, boolean ownWords) {
		List<DialogueNode.Line> say = List.of(
				new DialogueNode.Line("",
						"Amina’s history lesson has just ended. It overran and the plenary never happened."),
				new DialogueNode.Line("Amina", "That was a disaster."));
		return new DialogueNode(id, say, ownWords ? "What would you say?" : null, "What do you say?",
				List.of(choice("moment", "Take a minute to breathe. Talk me through one moment to look at together.", 3,
						1, next),
						choice("reassure", "It wasn’t a disaster at all. Let’s begin with what went well.", 2, 0, next),
						choice("coffee", "Everybody has lessons like that, honestly. Have a coffee.", 0, 0, next),
						choice("verdict", "Disaster is too strong, but the timing was weak.", 0, -2, next)));
	}

	private static DialogueNode.Choice choice(String id, String text, int score, int trust, String next) {
		return new DialogueNode.Choice(id, text, Map.of(Dimension.E, score, Dimension.Q, score), trust,
				id.equals("verdict") ? "boundary" : null, null,
				new DialogueNode.Line("Amina", "Okay. They liked the pictures, I suppose."),
				"She looks at the door. The folder stays closed.",
				"You reassured her. She answered politely and kept her folder closed.",
				List.of("Kind, but it overrules her view before you know what it rests on.",
						"The same sentence is right a little later, once she has said what she saw."),
				Trust.Rule.always(next));
	}

}
