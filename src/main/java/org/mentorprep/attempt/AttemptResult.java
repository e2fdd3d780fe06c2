package org.mentorprep.attempt;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.TaskId;

/**
 * A finished attempt held against the pass rule. The rule is the one of the version that
 * is current now, or the one of the version that the attempt began on if that one is
 * kinder to it: publishing a version takes a pass from nobody. What was completed once
 * stays so, whatever the rule becomes.
 *
 * @param below critical dimensions that stay below the floor
 */
public record AttemptResult(ScoredAttempt attempt, boolean passed, List<Dimension> below) {

	/** After so many tries at one task without a pass, help is wanted. */
	public static final int TRIES_BEFORE_HELP = 3;

	/**
	 * After so many tries at one task without a pass, the next one begins with a pause.
	 */
	private static final int TRIES_BEFORE_A_PAUSE = 2;

	/** After so many tries at one task the keys are shown, passed or not. */
	private static final int TRIES_BEFORE_KEYS = 2;

	private static final Comparator<AttemptResult> WORTH = Comparator.comparing(AttemptResult::passed)
		.thenComparing((result) -> result.attempt().mark().score());

	public AttemptResult {
		below = List.copyOf(below);
	}

	/** What a finished attempt comes to under a rule. */
	static AttemptResult of(ScoredAttempt attempt, Activity activity, PassRule rule) {
		return new AttemptResult(attempt, rule.passes(attempt.mark(), activity),
				rule.below(attempt.mark(), activity.critical()));
	}

	/** Points of 100. */
	public int points() {
		return this.attempt.mark().points();
	}

	/**
	 * Whether help is wanted, which course staff are told then. Mentors read so before
	 * they begin the try that makes it so.
	 * @param tries all finished attempts at one task
	 */
	static boolean helpWanted(Collection<AttemptResult> tries) {
		return triedInVain(tries, TRIES_BEFORE_HELP);
	}

	/** Whether the next try at a task begins with a pause. */
	static boolean pauseDue(Collection<AttemptResult> tries) {
		return triedInVain(tries, TRIES_BEFORE_A_PAUSE);
	}

	/**
	 * Whether a finished attempt may show its keys: once its task is passed, or after the
	 * second try. Before that they would take the thinking out of the next one.
	 */
	static boolean keysShown(Collection<AttemptResult> tries) {
		return tries.size() >= TRIES_BEFORE_KEYS || tries.stream().anyMatch(AttemptResult::passed);
	}

	private static boolean triedInVain(Collection<AttemptResult> tries, int often) {
		return tries.size() >= often && tries.stream().noneMatch(AttemptResult::passed);
	}

	/**
	 * The one that counts: a passed attempt is better than any that is not passed, among
	 * equals the higher score counts, and among those the earlier one.
	 * @param tries all finished attempts at one task, oldest first
	 */
	public static Optional<AttemptResult> best(Collection<AttemptResult> tries) {
		return tries.stream().reduce((best, next) -> (WORTH.compare(next, best) > 0) ? next : best);
	}

	/**
	 * A finished attempt with its mark.
	 *
	 * @param pack the version it was worked on
	 */
	public record ScoredAttempt(AttemptId id, TaskId task, ExerciseId exercise, PackVersionId pack, Mark mark,
			Instant finishedAt) {
	}

}
