package org.mentorprep.attempt;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.mentorprep.activity.Dimension;

/**
 * A finished attempt held against the pass rule. The rule is the one of the version that
 * is current now, or the one of the version that the attempt began on if that one is
 * kinder to it: publishing a version takes a pass from nobody. What was completed once
 * stays so, whatever the rule becomes.
 *
 * @param below critical dimensions that stay below the floor
 */
public record JudgedAttempt(ScoredAttempt attempt, boolean passed, List<Dimension> below) {

	/** After so many at one task without a pass, help is wanted. */
	public static final int TRIES_BEFORE_HELP = 3;

	private static final Comparator<JudgedAttempt> WORTH = Comparator.comparing(JudgedAttempt::passed)
		.thenComparing((judged) -> judged.attempt().mark().score());

	public JudgedAttempt {
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
	static boolean helpWanted(Collection<JudgedAttempt> attempts) {
		return attempts.size() >= TRIES_BEFORE_HELP && attempts.stream().noneMatch(JudgedAttempt::passed);
	}

	/**
	 * The one that counts: a passed attempt is better than any that is not passed, among
	 * equals the higher score counts, and among those the earlier one.
	 * @param attempts of one task, oldest first
	 */
	public static Optional<JudgedAttempt> best(Collection<JudgedAttempt> attempts) {
		return attempts.stream().reduce((best, next) -> (WORTH.compare(next, best) > 0) ? next : best);
	}

}
