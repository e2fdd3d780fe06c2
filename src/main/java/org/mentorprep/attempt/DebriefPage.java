package org.mentorprep.attempt;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.attempt.AttemptPage.AttemptHead;
import org.mentorprep.content.Pack.DimensionWords;
import org.mentorprep.content.PassRule;
import org.mentorprep.launch.LinkId;

/**
 * What the template {@code attempt/debrief} needs: the end of an attempt, on this attempt
 * only.
 *
 * @param about the attempt that was finished
 * @param passed whether this attempt passes
 * @param points of 100 in this attempt
 * @param best points of the attempt that counts for this task, which may be another one
 * @param bestIsThis whether this attempt is the one that counts
 * @param helpWanted whether course staff are told by now that help is wanted
 * @param passMark points of 100 that the total needs (provisional)
 * @param floor points of 100 that each critical dimension needs (provisional)
 * @param state the whole way: shown by the fragment {@code activity/{about.kind} ::
 * debrief}, for a dialogue the relationship
 * @param decisions how many decisions there were on the way
 * @param profile one line for each dimension that the way touched, in the order of the
 * dimensions
 * @param tips what to try next, at most two, for what went least well
 * @param question the question for the mentor's own thought
 * @param thought the own thought as kept, empty if there is none; the form posts the
 * field {@code thought} to {@code /links/{link}/attempts/{attempt}/reflection}
 * @param thoughtTooLong whether what was just sent is too long and was not kept;
 * {@code thought} is then what was sent
 */
record DebriefPage(AttemptHead about, boolean passed, int points, int best, boolean bestIsThis, boolean helpWanted,
		int passMark, int floor, ActivityState state, int decisions, List<Line> profile, List<String> tips,
		String question, String thought, boolean thoughtTooLong) {

	/** More than that nobody tries next. */
	private static final int MOST_TIPS = 2;

	/**
	 * Says of a finished attempt what it shows and what to try next.
	 * @param rule that the attempt is held against
	 * @param tries all finished attempts at the task, this one among them
	 */
	static DebriefPage of(LinkId link, Attempt attempt, PassRule rule, List<AttemptResult> tries, String thought,
			boolean thoughtTooLong) {
		Mark mark = attempt.mark().orElseThrow();
		AttemptResult best = AttemptResult.best(tries).orElseThrow();
		return new DebriefPage(AttemptHead.of(link, attempt), rule.passes(mark, attempt.exercise().activity()),
				mark.points(), best.points(), best.attempt().id().equals(attempt.id()), AttemptResult.helpWanted(tries),
				rule.passMark(), rule.floor(), attempt.state(), attempt.decisions(), profile(attempt, mark, rule),
				tips(attempt, mark, rule), attempt.exercise().reflection(), thought, thoughtTooLong);
	}

	private static List<Line> profile(Attempt attempt, Mark mark, PassRule rule) {
		Set<Dimension> critical = attempt.exercise().activity().critical();
		List<Dimension> below = rule.below(mark, critical);
		return mark.dimensions()
			.keySet()
			.stream()
			.sorted()
			.map((dimension) -> Line.of(Optional.ofNullable(attempt.pack().dimensions().get(dimension)).orElseThrow(),
					mark.points(dimension), critical.contains(dimension), below.contains(dimension)))
			.toList();
	}

	/** What went least well comes first, and before all what holds back a pass. */
	private static List<String> tips(Attempt attempt, Mark mark, PassRule rule) {
		List<Dimension> below = rule.below(mark, attempt.exercise().activity().critical());
		Map<Dimension, String> tips = attempt.exercise().tips();
		return mark.dimensions()
			.keySet()
			.stream()
			.filter((dimension) -> mark.points(dimension) < 100 && tips.containsKey(dimension))
			.sorted(Comparator.comparing((Dimension dimension) -> !below.contains(dimension))
				.thenComparing(mark::points)
				.thenComparing(Comparator.naturalOrder()))
			.limit(MOST_TIPS)
			.map(tips::get)
			.toList();
	}

	/** Names of the critical dimensions that stay below the floor. */
	public List<String> below() {
		return this.profile.stream().filter(Line::belowFloor).map(Line::name).toList();
	}

	/** Whether enough was earned, and something that was done holds the pass back. */
	public boolean capped() {
		return !this.passed && this.points >= this.passMark && below().isEmpty();
	}

	/** Names of all critical dimensions on the way. */
	public List<String> critical() {
		return this.profile.stream().filter(Line::critical).map(Line::name).toList();
	}

	/**
	 * One line of the profile.
	 *
	 * @param name what the dimension is called
	 * @param sentence what the authors say to someone at this level
	 * @param points mean credit of 100: the length of the bar
	 * @param critical whether it must reach the floor: the mark on the bar
	 * @param belowFloor whether it is critical and does not
	 */
	record Line(String name, String sentence, Level level, int points, boolean critical, boolean belowFloor) {

		static Line of(DimensionWords words, int points, boolean critical, boolean belowFloor) {
			Level level = Level.of(points);
			String sentence = switch (level) {
				case STRONG -> words.strong();
				case PARTIAL -> words.partial();
				case WEAK -> words.weak();
			};
			return new Line(words.name(), sentence, level, points, critical, belowFloor);
		}

	}

	/** How much of a dimension was seen on the way. */
	enum Level {

		/** From 75 points on. */
		STRONG,

		/** From 40 points on. */
		PARTIAL,

		/** Below. */
		WEAK;

		static Level of(int points) {
			return (points >= 75) ? STRONG : (points >= 40) ? PARTIAL : WEAK;
		}

	}

}
