package org.mentorprep.passback;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.service.ScoreReply;
import org.mentorprep.passback.CircuitBreaker.BackOff;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;

/** Decides what becomes of a grade after an answer of the LMS. */
class DeliveryRule {

	/** The most that an LMS can ask us to leave it alone. */
	private static final Duration LONGEST_WISH = Duration.ofDays(1);

	private final BackOff backOff;

	private final Duration readBack;

	DeliveryRule(BackOff backOff, Duration readBack) {
		this.backOff = backOff;
		this.readBack = readBack;
	}

	/**
	 * What becomes of a grade that was sent.
	 * @param stamp of the score
	 * @param jitter from 0 to 1
	 */
	Settlement settle(ClaimedGrade claimed, ScoreReply reply, @Nullable Instant stamp, Instant now, double jitter) {
		int tries = claimed.tries() + 1;
		Instant soon = now.plus(this.backOff.pause(tries, jitter));
		if (reply instanceof ScoreReply.Accepted) {
			return new Settlement(Delivery.State.ARRIVED, now, 0, null, stamp, now.plus(this.readBack));
		}
		if (reply instanceof ScoreReply.Refused refused) {
			return refused(refused.reason(), new Settlement(Delivery.State.ON_ITS_WAY, soon, tries, null, stamp, null),
					now.plus(this.backOff.longPause(tries, jitter)));
		}
		if (reply instanceof ScoreReply.TryLater later) {
			return new Settlement(Delivery.State.ON_ITS_WAY, latest(soon, wish(now, later.after())), tries,
					Delivery.Reason.TRY_LATER.name(), stamp, null);
		}
		Delivery.Reason problem = (reply instanceof ScoreReply.NewerThere) ? Delivery.Reason.NEWER_THERE
				: Delivery.Reason.UNREACHABLE;
		return new Settlement(Delivery.State.ON_ITS_WAY, soon, tries, problem.name(), stamp, null);
	}

	/** Whether an answer says more about the LMS than about the grade. */
	static boolean isOutage(ScoreReply reply) {
		if (reply instanceof ScoreReply.Refused refused) {
			return switch (refused.reason()) {
				case NOT_AUTHORIZED, NO_TOKEN, SCOPE_MISSING -> true;
				case NOT_ACCEPTED, FORBIDDEN, COLUMN_GONE, LOCKED, FOREIGN_ADDRESS -> false;
			};
		}
		return reply instanceof ScoreReply.Unreachable || reply instanceof ScoreReply.TryLater;
	}

	/**
	 * Parks what would be refused again. A service that is off, or a locked grade, is set
	 * right by someone who does not tell us: that is tried again.
	 */
	private static Settlement refused(ScoreReply.Reason reason, Settlement again, Instant muchLater) {
		Delivery.State state = switch (reason) {
			case NOT_ACCEPTED, FORBIDDEN, COLUMN_GONE, FOREIGN_ADDRESS -> Delivery.State.REFUSED;
			case LOCKED, NOT_AUTHORIZED, NO_TOKEN, SCOPE_MISSING -> Delivery.State.ON_ITS_WAY;
		};
		Instant dueAt = (reason == ScoreReply.Reason.LOCKED) ? muchLater : again.dueAt();
		return new Settlement(state, dueAt, again.tries(), reason.name(), again.stamp(), null);
	}

	private static Instant wish(Instant now, @Nullable Duration after) {
		if (after == null) {
			return now;
		}
		return now.plus((after.compareTo(LONGEST_WISH) > 0) ? LONGEST_WISH : after);
	}

	private static Instant latest(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	/**
	 * What became of a claimed grade.
	 *
	 * @param dueAt when to try again, if it is to be tried again
	 * @param tries failures in a row, this one included
	 * @param problem why it did not arrive; absent if it did
	 * @param stamp of the last score sent, whether it is known to have arrived or not
	 * @param checkAt when to read the gradebook; absent unless the grade arrived
	 */
	record Settlement(Delivery.State state, Instant dueAt, int tries, @Nullable String problem, @Nullable Instant stamp,
			@Nullable Instant checkAt) {
	}

	/**
	 * Stamps scores. An LMS refuses a score that is not later, in whole seconds, than the
	 * one it has; and a stamp in the future would block every score until then.
	 */
	public final static class Stamps {

		private static final Duration STEP = Duration.ofSeconds(1);

		private Stamps() {
		}

		/** Now, or the second after the last stamp if that is not over yet. */
		public static Instant next(Instant now, @Nullable Instant last) {
			Instant second = now.truncatedTo(ChronoUnit.SECONDS);
			return (last != null && !second.isAfter(last)) ? last.truncatedTo(ChronoUnit.SECONDS).plus(STEP) : second;
		}

	}

}
