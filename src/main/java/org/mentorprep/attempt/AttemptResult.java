package org.mentorprep.attempt;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.PackVersionId;
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

	/** After so many at one task without a pass, help is wanted. */
	public static final int TRIES_BEFORE_HELP = 3;

	private static final Comparator<AttemptResult> WORTH = Comparator.comparing(AttemptResult::passed)
		.thenComparing((judged) -> judged.attempt().mark().score());

	public AttemptResult {
		below = List.copyOf(below);
	}

	/** Points of 100. */
	public int points() {
		return this.attempt.mark().points();
	}

	/**
	 * Whether help is wanted, which course staff are told then. Mentors read so before
	 * they begin the try that makes it so.
	 * @param attempts of one task
	 */
	static boolean helpWanted(Collection<AttemptResult> attempts) {
		return attempts.size() >= TRIES_BEFORE_HELP && attempts.stream().noneMatch(AttemptResult::passed);
	}

	/**
	 * The one that counts: a passed attempt is better than any that is not passed, among
	 * equals the higher score counts, and among those the earlier one.
	 * @param attempts of one task, oldest first
	 */
	public static Optional<AttemptResult> best(Collection<AttemptResult> attempts) {
		return attempts.stream().reduce((best, next) -> (WORTH.compare(next, best) > 0) ? next : best);
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
