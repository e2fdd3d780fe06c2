package org.mentorprep.passback;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.service.ServiceFailed;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;

/** Decides how a score is stamped and what becomes of a grade after it was sent. */
class DeliveryRule {

	/** An LMS can't keep a grade waiting for longer than that. */
	private static final Duration LONGEST_WAIT = Duration.ofDays(1);

	private static final Duration STAMP_STEP = Duration.ofSeconds(1);

	private final BackOff backOff;

	private final Duration checkAfter;

	DeliveryRule(PassbackProperties properties) {
		this.backOff = new BackOff(properties.backoff());
		this.checkAfter = properties.readBack();
	}

	/**
	 * The stamp of the next score: now, or the second after the last stamp if that is not
	 * over yet. An LMS refuses a score that is not later, in whole seconds, than the one
	 * it has; and a stamp in the future would block every score until then.
	 */
	static Instant nextStamp(Instant now, @Nullable Instant last) {
		Instant second = now.truncatedTo(ChronoUnit.SECONDS);
		return (last != null && !second.isAfter(last)) ? last.truncatedTo(ChronoUnit.SECONDS).plus(STAMP_STEP) : second;
	}

	/**
	 * What becomes of a grade that was sent. What would be refused again waits for
	 * somebody to send it again. A service that is off, or a locked grade, is set right
	 * by someone who does not tell us: that is tried again.
	 * @param failure absent if the grade arrived
	 * @param stamp of the score
	 * @param jitter from 0 to 1
	 */
	Settlement settle(ClaimedGrade claimed, @Nullable ServiceFailed failure, @Nullable Instant stamp, Instant now,
			double jitter) {
		if (failure == null) {
			return new Settlement(Delivery.State.ARRIVED, now, 0, null, null, stamp, now.plus(this.checkAfter));
		}
		int tries = claimed.tries() + 1;
		Delivery.State state = isFinal(failure) ? Delivery.State.REFUSED : Delivery.State.ON_ITS_WAY;
		return new Settlement(state, now.plus(pause(failure, tries, jitter)), tries, Delivery.Reason.of(failure),
				failure.said(), stamp, null);
	}

	private Duration pause(ServiceFailed failure, int tries, double jitter) {
		if (failure.reason() == ServiceFailed.Reason.LOCKED || isMovedAlone(failure)) {
			return this.backOff.longPause(tries, jitter);
		}
		Duration pause = this.backOff.pause(tries, jitter);
		Duration wanted = failure.retryAfter();
		if (wanted == null || wanted.compareTo(pause) < 0) {
			return pause;
		}
		return (wanted.compareTo(LONGEST_WAIT) > 0) ? LONGEST_WAIT : wanted;
	}

	/** A line item that leads on is set right by somebody; a token endpoint stops all. */
	private static boolean isMovedAlone(ServiceFailed failure) {
		return failure.reason() == ServiceFailed.Reason.MOVED && !failure.isOfPlatform();
	}

	/**
	 * Whether a failure says more about the LMS, or the line item, than about the grade.
	 */
	static boolean isOutage(ServiceFailed failure) {
		return switch (failure.reason()) {
			case NOT_AUTHORIZED, NO_TOKEN, SCOPE_MISSING, UNCLEAR, TRY_LATER, UNREACHABLE -> true;
			case MOVED -> failure.isOfPlatform();
			case NOT_ACCEPTED, TURNED_DOWN, COURSE_CLOSED, FORBIDDEN, NOT_FOUND, CONFLICT, LOCKED, FOREIGN_ADDRESS,
					UNUSABLE_ADDRESS, NOT_YET, TOOL_FAULT ->
				false;
		};
	}

	/** Whether the LMS was not called at all, so that nothing can be said of it. */
	static boolean isLocal(ServiceFailed failure) {
		return switch (failure.reason()) {
			case FOREIGN_ADDRESS, UNUSABLE_ADDRESS, NOT_YET, TOOL_FAULT -> true;
			default -> false;
		};
	}

	/** Whether the LMS, or we for it, said no. */
	static boolean isRefusal(ServiceFailed failure) {
		return switch (failure.reason()) {
			case CONFLICT, UNCLEAR, TRY_LATER, UNREACHABLE, NOT_YET -> false;
			default -> true;
		};
	}

	private static boolean isFinal(ServiceFailed failure) {
		return switch (failure.reason()) {
			case NOT_ACCEPTED, TURNED_DOWN, COURSE_CLOSED, FORBIDDEN, NOT_FOUND, FOREIGN_ADDRESS, UNUSABLE_ADDRESS,
					TOOL_FAULT ->
				true;
			case NOT_AUTHORIZED, CONFLICT, LOCKED, NO_TOKEN, SCOPE_MISSING, MOVED, UNCLEAR, TRY_LATER, UNREACHABLE,
					NOT_YET ->
				false;
		};
	}

	/**
	 * What became of a claimed grade.
	 *
	 * @param dueAt when to try again, if it is to be tried again
	 * @param tries failures in a row, this one included
	 * @param reason why it did not arrive; absent if it did
	 * @param said what the LMS said of it, or the reference of a fault of ours
	 * @param stamp of the last score sent, whether it is known to have arrived or not
	 * @param checkAt when to read the gradebook; absent unless the grade arrived
	 */
	record Settlement(Delivery.State state, Instant dueAt, int tries, Delivery.@Nullable Reason reason,
			@Nullable String said, @Nullable Instant stamp, @Nullable Instant checkAt) {
	}

}
