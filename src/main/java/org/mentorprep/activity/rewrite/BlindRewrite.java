package org.mentorprep.activity.rewrite;

import java.util.Arrays;
import java.util.List;

import org.mentorprep.activity.rewrite.Rewrite.Degree;
import org.mentorprep.activity.rewrite.Rewrite.Sample;

/**
 * Ways to mark the samples without having read them closely. If one of them would pass,
 * the exercise marks something other than what it says; the check of content plays them
 * all.
 */
enum BlindRewrite {

	RANDOM("marks by chance") {
		@Override
		double score(Rewrite rewrite) {
			return byChance(rewrite);
		}
	},
	EVERYWHERE("the same mark everywhere") {
		@Override
		double score(Rewrite rewrite) {
			return RewriteMarking.corrected(rewrite, RewriteMarking.blind(rewrite));
		}
	},
	BY_SAMPLE("one mark for each sample, whatever the criterion") {
		@Override
		double score(Rewrite rewrite) {
			List<Degree> best = rewrite.training().stream().map(BlindRewrite::best).toList();
			return RewriteMarking.corrected(rewrite,
					RewriteMarking.raw(rewrite, (sample, criterion) -> best.get(sample)));
		}
	};

	private final String way;

	BlindRewrite(String way) {
		this.way = way;
	}

	/** What it earns, exactly; where it guesses, on average over all guesses. */
	abstract double score(Rewrite rewrite);

	/** What it does, for authors. */
	String way() {
		return this.way;
	}

	/** The mark that fits a sample best as a whole. */
	private static Degree best(Sample sample) {
		return Arrays.stream(Degree.values())
			.reduce((one, other) -> sum(sample, other) > sum(sample, one) ? other : one)
			.orElseThrow();
	}

	private static double sum(Sample sample, Degree mark) {
		return sample.panel().values().stream().mapToDouble(mark::credit).sum();
	}

	/**
	 * Credits are halves, so all sums of credits are few, and how likely each is can be
	 * worked out mark by mark.
	 */
	private static double byChance(Rewrite rewrite) {
		double[] chances = { 1 };
		for (Sample sample : rewrite.training()) {
			for (Degree right : sample.panel().values()) {
				chances = oneMore(chances, right);
			}
		}
		double score = 0;
		for (int halves = 0; halves < chances.length; halves++) {
			score += chances[halves] * RewriteMarking.corrected(rewrite, halves / (chances.length - 1.0));
		}
		return score;
	}

	private static double[] oneMore(double[] chances, Degree right) {
		double[] after = new double[chances.length + 2];
		for (int halves = 0; halves < chances.length; halves++) {
			for (Degree guess : Degree.values()) {
				after[halves + (int) (2 * guess.credit(right))] += chances[halves] / Degree.values().length;
			}
		}
		return after;
	}

}
