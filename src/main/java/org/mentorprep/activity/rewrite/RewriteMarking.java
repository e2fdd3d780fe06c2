package org.mentorprep.activity.rewrite;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.mentorprep.activity.Mark;
import org.mentorprep.activity.rewrite.Rewrite.Criterion;
import org.mentorprep.activity.rewrite.Rewrite.Degree;

/**
 * The marking rule of rewriting, in one place. Only the marks given to the samples count.
 * <p>
 * <b>Credit of a mark</b>: 1 if it is the panel's, 0.5 if it is one step off, else 0.
 * <p>
 * <b>Score</b>: the mean credit over all marks, corrected for the best blind answer,
 * which is the same mark everywhere.
 */
final class RewriteMarking {

	private RewriteMarking() {
	}

	/**
	 * @param marks for each sample, the marks by the criterion's id
	 */
	static Mark mark(Rewrite rewrite, List<Map<String, Degree>> marks) {
		return new Mark(corrected(rewrite, raw(rewrite, (sample, criterion) -> marks.get(sample).get(criterion))),
				Map.of(), Set.of());
	}

	/** What a raw score is worth above the best blind answer. */
	static double corrected(Rewrite rewrite, double raw) {
		return Math.min(1, Mark.beyond(blind(rewrite), raw));
	}

	/** The raw score of the best mark for everything. */
	static double blind(Rewrite rewrite) {
		return Arrays.stream(Degree.values())
			.mapToDouble((degree) -> raw(rewrite, (sample, criterion) -> degree))
			.max()
			.orElse(0);
	}

	/**
	 * @param marks the mark for the place of a sample and the id of a criterion
	 */
	static double raw(Rewrite rewrite, BiFunction<Integer, String, Degree> marks) {
		double sum = 0;
		int count = 0;
		for (int sample = 0; sample < rewrite.training().size(); sample++) {
			for (Criterion criterion : rewrite.criteria()) {
				Degree right = rewrite.training().get(sample).panel(criterion.id());
				sum += marks.apply(sample, criterion.id()).credit(right);
				count++;
			}
		}
		return sum / count;
	}

}
