package practicelms.course;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One cell of the gradebook.
 *
 * @param raw what the tool sent, on the column's scale; absent if it sent none
 * @param score what stands in the gradebook; absent if there is no grade
 * @param comment the feedback; absent if there is none
 * @param timestamp the score's own, in whole seconds; absent if the cell was never
 * written or erased
 * @param overridden a teacher typed the grade, which no score changes any more
 * @param locked no score is accepted
 */
public record Grade(String userId, String itemId, @Nullable Double raw, @Nullable Double score, double maximum,
		@Nullable String comment, @Nullable Instant timestamp, boolean overridden, boolean locked) {

	/**
	 * The mark of the activity's completion, under Moodle's rule 'Receive a passing
	 * grade': any grade below the one to pass is a failure, in red.
	 */
	public Completion completion() {
		if (this.score == null) {
			return Completion.NOT_YET;
		}
		return (this.score < this.maximum * Gradebook.GRADE_TO_PASS / 100) ? Completion.FAILED : Completion.PASSED;
	}

	/** Moodle's states of completion by grade (lib/completionlib.php). */
	public enum Completion {

		/** There is no grade. */
		NOT_YET,

		/** The grade to pass, or more. */
		PASSED,

		/** Less than the grade to pass. */
		FAILED

	}

	static Grade none(String userId, LineItem item) {
		return new Grade(userId, item.id(), null, null, item.maximum(), null, null, false, false);
	}

	Grade locked(boolean locked) {
		return new Grade(this.userId, this.itemId, this.raw, this.score, this.maximum, this.comment, this.timestamp,
				this.overridden, locked);
	}

	Grade onScaleOf(LineItem item) {
		double factor = item.maximum() / this.maximum;
		return new Grade(this.userId, this.itemId, (this.raw != null) ? this.raw * factor : null,
				(this.score != null) ? this.score * factor : null, item.maximum(), this.comment, this.timestamp,
				this.overridden, this.locked);
	}

}
