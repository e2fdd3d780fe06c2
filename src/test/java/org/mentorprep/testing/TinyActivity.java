package org.mentorprep.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.Strategy;

/**
 * The smallest activity that has all that rooms must cope with: own words first, which
 * nothing comes of, then two decisions. {@code good} is worth 1, {@code fair} 0.5,
 * {@code poor} 0, and {@code kind} is worth 1 but leaves out the evidence.
 */
public record TinyActivity() implements Activity {

	/** Steps on every way: own words and two decisions. */
	public static final int STEPS = 3;

	private static final Map<String, Double> WORTH = Map.of("good", 1.0, "fair", 0.5, "poor", 0.0, "kind", 1.0);

	/** What the form of a decision sends. */
	public static Answer choose(String choice) {
		return new Answer(Map.of("choice", List.of(choice)));
	}

	/** What the form of own words sends. */
	public static Answer write(String words) {
		return new Answer(Map.of("words", List.of(words)));
	}

	@Override
	public String kind() {
		return "tiny";
	}

	@Override
	public Set<Dimension> critical() {
		return Set.of(Dimension.E);
	}

	@Override
	public ActivityState begin(long seed) {
		return new Now(List.of());
	}

	@Override
	public ActivityState next(ActivityState state, Answer answer) {
		Now now = (Now) state;
		if (now.done()) {
			throw new IllegalStateException("It is over");
		}
		List<Outcome> outcomes = new ArrayList<>(now.outcomes());
		outcomes.add(outcomes.isEmpty() ? new Words(answer.first("words").orElse("")) : said(answer));
		return new Now(outcomes);
	}

	private static Said said(Answer answer) {
		return answer.first("choice")
			.filter(WORTH::containsKey)
			.map(Said::new)
			.orElseThrow(() -> new AnswerRefused("activity.dialogue.choose"));
	}

	/** What is asked. */
	public record Asked(String view) implements Step {
	}

	/** Own words, which nothing comes of. */
	public record Words(String words) implements Outcome {

		@Override
		public String view() {
			return "tiny-words";
		}

	}

	/** Something was said. */
	public record Said(String choice) implements Outcome {

		@Override
		public String view() {
			return "tiny-reply";
		}

		@Override
		public String summary() {
			return "You said " + this.choice + ".";
		}

	}

	/** How far one has come. */
	public record Now(List<Outcome> outcomes) implements ActivityState {

		@Override
		public Optional<Step> step() {
			return switch (this.outcomes.size()) {
				case 0 -> Optional.of(new Asked("tiny-words"));
				case STEPS -> Optional.empty();
				default -> Optional.of(new Asked("tiny-choice"));
			};
		}

		@Override
		public Optional<Mark> mark() {
			if (!done()) {
				return Optional.empty();
			}
			List<String> said = this.outcomes.stream()
				.filter(Said.class::isInstance)
				.map((outcome) -> ((Said) outcome).choice())
				.toList();
			double score = said.stream().mapToDouble(WORTH::get).average().orElseThrow();
			double evidence = said.stream()
				.mapToDouble((choice) -> choice.equals("kind") ? 0 : WORTH.get(choice))
				.average()
				.orElseThrow();
			return Optional.of(new Mark(score, Map.of(Dimension.E, evidence, Dimension.Q, score), Set.of()));
		}

	}

	@Override
	public List<Strategy> strategies() {
		return List.of();
	}

}
