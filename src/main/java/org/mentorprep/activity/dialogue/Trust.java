package org.mentorprep.activity.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How far the other person is ready to talk: moved by each choice, kept within bounds. It
 * decides what she reveals and how it ends, and never enters the mark.
 *
 * @param start where the conversation begins
 * @param min as closed as it gets
 * @param max as open as it gets
 */
public record Trust(int start, int min, int max) {

	/** Where trust stands after a choice that moves it. */
	public int moved(int now, int by) {
		return Math.max(this.min, Math.min(this.max, now + by));
	}

	Level level(int now) {
		if (now == this.start) {
			return Level.POLITE;
		}
		return (now > this.start) ? Level.OPENS_UP : Level.CLOSES;
	}

	/** The words on the axis of the line, and its text alternative. */
	public enum Level {

		OPENS_UP, POLITE, CLOSES;

		/** Key of the words in the message files. */
		public String messageKey() {
			return "activity.dialogue.trust." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * The line drawn in the debrief.
	 *
	 * @param trust start and bounds, for the axis
	 * @param points the start, and one after each decision
	 */
	public record Line(Trust trust, List<Point> points) {

		public Line {
			points = List.copyOf(points);
		}

	}

	/**
	 * One point of the line.
	 *
	 * @param decision 0 at the start
	 * @param summary what happened, in the past tense; empty at the start
	 */
	public record Point(int decision, int trust, Level level, String summary) {
	}

	/**
	 * Something that trust decides: where to go on, or how it ended. The first case that
	 * fits wins.
	 */
	public record Rule(List<Case> cases, String otherwise) {

		public Rule {
			cases = List.copyOf(cases);
		}

		/** The same whatever the trust. */
		public static Rule always(String outcome) {
			return new Rule(List.of(), outcome);
		}

		/** All that may come of it, whatever the trust. */
		public Stream<String> outcomes() {
			return Stream.concat(this.cases.stream().map(Case::outcome), Stream.of(this.otherwise));
		}

		public String at(int trust) {
			return this.cases.stream()
				.filter((candidate) -> candidate.fits(trust))
				.map(Case::outcome)
				.findFirst()
				.orElse(this.otherwise);
		}

	}

	/** One case of a rule; a bound that is not there does not bind. */
	public record Case(@Nullable Integer atLeast, @Nullable Integer atMost, String outcome) {

		boolean fits(int trust) {
			return (this.atLeast == null || trust >= this.atLeast) && (this.atMost == null || trust <= this.atMost);
		}

	}

}
