package org.mentorprep.passback;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;

/**
 * Where the grade of one learner in one link is.
 *
 * @param points what was or will be sent, of 100
 * @param since when it arrived, or since when it is on its way
 * @param problem why it has not arrived; absent if it has, or was not tried yet
 */
public record Delivery(State state, int points, Instant since, @Nullable Reason problem) {

	/** The states of a grade on its way. */
	public enum State {

		/** Waiting to be sent, or being tried again. */
		ON_ITS_WAY,

		/** The LMS took it. */
		ARRIVED,

		/** The LMS refused it for good; trying again would not help. */
		REFUSED;

		/** The last part of the key of its words. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** What stood in the gradebook when it was read after a grade had arrived. */
	public enum CheckResult {

		/** The grade that was sent. */
		AS_SENT,
		/** Another one: a teacher's, most likely. */
		OTHER_GRADE,
		/** No grade. */
		NO_GRADE,
		/** The column is gone. */
		COLUMN_GONE,
		/** The LMS does not let us read. */
		UNREADABLE;

		/** Whether course staff should know. */
		public boolean isOdd() {
			return this == OTHER_GRADE || this == NO_GRADE || this == COLUMN_GONE;
		}

		/** The last part of the key of its words. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * A delivery with all that course staff want to know.
	 *
	 * @param name of the learner; empty if the LMS gave none
	 * @param nextTry when it is tried again, if it is on its way
	 * @param finding what the gradebook held when it was read; absent if it was not
	 * @param foundPoints the grade that was found there, of 100; absent if none was
	 * @param checkedAt when it was read
	 */
	public record DeliveryLine(UUID id, LearnerId learner, String name, LinkId link, Delivery delivery, Instant nextTry,
			@Nullable CheckResult finding, @Nullable Integer foundPoints, @Nullable Instant checkedAt) {

		/** Whether course staff have something to see to. */
		public boolean wantsAttention() {
			return this.delivery.state() == Delivery.State.REFUSED || this.delivery.problem() != null
					|| (this.finding != null && this.finding.isOdd());
		}

		/** Whether sending it again makes sense. */
		public boolean canBeResent() {
			return this.delivery.state() != Delivery.State.ARRIVED || (this.finding != null && this.finding.isOdd());
		}

	}

	/** Why a grade has not arrived: reason and remedy have words under its key. */
	public enum Reason {

		/** The LMS takes no grade of this learner. */
		NOT_ACCEPTED,
		/** The LMS takes none of our tokens. */
		NOT_AUTHORIZED,
		/** The tool may not use this column. */
		FORBIDDEN,
		/** There is no column, or none any more. */
		COLUMN_GONE,
		/** Course staff locked the grade or the column. */
		LOCKED,
		/** The LMS gives the tool no token. */
		NO_TOKEN,
		/** The LMS gives tokens, but not for grades. */
		SCOPE_MISSING,
		/** The column is not where the LMS is. */
		FOREIGN_ADDRESS,
		/** The LMS answers that it can't just now. */
		TRY_LATER,
		/** The gradebook says that it holds something newer. */
		NEWER_THERE,
		/** The LMS does not answer. */
		UNREACHABLE,
		/** The operator has disabled the LMS. */
		PLATFORM_DISABLED;

		/** Absent for none, and for one that an older version wrote. */
		public static @Nullable Reason of(@Nullable String name) {
			return Stream.of(values()).filter((problem) -> problem.name().equals(name)).findFirst().orElse(null);
		}

		/** The last part of the keys of its words. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
