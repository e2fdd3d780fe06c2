package org.mentorprep.passback;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.lti.service.ServiceFailed;

/**
 * Where the grade of one learner in one link is.
 *
 * @param points what was or will be sent, of 100
 * @param since when it arrived, or since when it is on its way
 * @param reason why it has not arrived; absent if it has, or was not tried yet
 */
public record Delivery(State state, int points, Instant since, @Nullable Reason reason) {

	/** The states of a grade on its way. */
	public enum State {

		/** Waiting to be sent, or being tried again. */
		ON_ITS_WAY,

		/** The LMS took it. */
		ARRIVED,

		/** The LMS refused it for good; trying again would not help. */
		REFUSED;

		/** The last part of the keys of its messages. */
		public String messageKey() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	private static <E extends Enum<E>> @Nullable E known(E[] all, @Nullable String stored) {
		return Stream.of(all).filter((one) -> one.name().equals(stored)).findFirst().orElse(null);
	}

	/** What the gradebook showed when it was read after a grade had arrived. */
	public enum CheckResult {

		/** The grade that was sent. */
		AS_SENT,
		/** Another one: a teacher's, most likely. */
		OTHER_GRADE,
		/** No grade. */
		NO_GRADE,
		/** The line item is gone. */
		LINE_ITEM_GONE,
		/** The LMS does not let us read. */
		UNREADABLE;

		/** Absent for what another version wrote. */
		static @Nullable CheckResult read(@Nullable String stored) {
			return known(values(), stored);
		}

		/** Whether course staff should know. */
		public boolean isOdd() {
			return this == OTHER_GRADE || this == NO_GRADE || this == LINE_ITEM_GONE;
		}

		/** The last part of the keys of its messages. */
		public String messageKey() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * A delivery with all that course staff want to know.
	 *
	 * @param name of the learner; empty if the LMS gave none
	 * @param since when it arrived, or since when it is on its way
	 * @param reason why it has not arrived; absent if it has, or was not tried yet
	 * @param said what the LMS said of it, or the reference of a fault of ours; absent if
	 * nothing
	 * @param nextTry when it is tried again, if it is on its way
	 * @param checkResult what the gradebook showed; absent if it was not read
	 * @param foundPoints the grade that was found there, of 100; absent if none was
	 * @param checkedAt when it was read
	 */
	public record DeliveryLine(UUID id, LearnerId learner, String name, LinkId link, State state, int points,
			Instant since, @Nullable Reason reason, @Nullable String said, Instant nextTry,
			@Nullable CheckResult checkResult, @Nullable Integer foundPoints, @Nullable Instant checkedAt) {

		/** Whether course staff have something to see to. */
		public boolean wantsAttention() {
			return this.state == State.REFUSED || this.reason != null
					|| (this.checkResult != null && this.checkResult.isOdd());
		}

	}

	/** Why a grade has not arrived; there are messages for each, and for its remedy. */
	public enum Reason {

		/** The LMS takes no grade of this learner. */
		NOT_ACCEPTED,
		/** The LMS refuses the grade, and why can't be told. */
		TURNED_DOWN,
		/** The LMS says that the course is over. */
		COURSE_CLOSED,
		/** The LMS takes none of our tokens. */
		NOT_AUTHORIZED,
		/** The tool may not use this line item. */
		FORBIDDEN,
		/** There is no line item, or none any more. */
		LINE_ITEM_GONE,
		/** Course staff locked the grade or the line item. */
		LOCKED,
		/** The LMS gives the tool no token. */
		NO_TOKEN,
		/** The LMS gives tokens, but not for grades. */
		SCOPE_MISSING,
		/** The line item is not on a host of the LMS. */
		FOREIGN_ADDRESS,
		/** What the LMS names as the address of the line item is none. */
		UNUSABLE_ADDRESS,
		/** The address leads on to another one. */
		MOVED,
		/** Success was said by something that is no gradebook. */
		UNCLEAR,
		/** Several grades in a row failed in this line item, and not in all. */
		LINE_ITEM_FAILING,
		/** A fault of our own; what is said beside it is a reference. */
		TOOL_FAULT,
		/** The LMS answers that it can't just now. */
		TRY_LATER,
		/** The gradebook says that it holds something newer. */
		NEWER_THERE,
		/** The LMS let this grade go without an answer. */
		NO_ANSWER,
		/** The LMS does not answer. */
		UNREACHABLE,
		/** The operator has disabled the LMS. */
		PLATFORM_DISABLED;

		static Reason of(ServiceFailed failure) {
			return switch (failure.reason()) {
				case TURNED_DOWN -> TURNED_DOWN;
				case COURSE_CLOSED -> COURSE_CLOSED;
				case UNUSABLE_ADDRESS -> UNUSABLE_ADDRESS;
				case MOVED -> MOVED;
				case UNCLEAR -> UNCLEAR;
				case TOOL_FAULT -> TOOL_FAULT;
				case NOT_ACCEPTED -> NOT_ACCEPTED;
				case NOT_AUTHORIZED -> NOT_AUTHORIZED;
				case FORBIDDEN -> FORBIDDEN;
				case NOT_FOUND -> LINE_ITEM_GONE;
				case CONFLICT -> NEWER_THERE;
				case LOCKED -> LOCKED;
				case NO_TOKEN -> NO_TOKEN;
				case SCOPE_MISSING -> SCOPE_MISSING;
				case FOREIGN_ADDRESS -> FOREIGN_ADDRESS;
				case TRY_LATER, NOT_YET -> TRY_LATER;
				case UNREACHABLE -> failure.isOfPlatform() ? UNREACHABLE : NO_ANSWER;
			};
		}

		/** Absent for what another version wrote: a page shows what it knows. */
		static @Nullable Reason read(@Nullable String stored) {
			return known(Reason.values(), stored);
		}

		/** The last part of the keys of its messages. */
		public String messageKey() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
