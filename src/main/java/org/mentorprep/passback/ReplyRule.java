package org.mentorprep.passback;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.service.ScoreReply;

/** Decides what becomes of a grade after an answer of the LMS. */
class ReplyRule {

	/** The most that an LMS can ask us to leave it alone. */
	private static final Duration LONGEST_WISH = Duration.ofDays(1);

	static final String DISABLED = "PLATFORM_DISABLED";

	private static final String UNREACHABLE = "UNREACHABLE";

	private final BackOff backOff;

	ReplyRule(BackOff backOff) {
		this.backOff = backOff;
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
			return new Settlement(Delivery.State.ARRIVED, now, 0, null, stamp);
		}
		if (reply instanceof ScoreReply.Refused refused) {
			return refused(refused.reason(), new Settlement(Delivery.State.ON_ITS_WAY, soon, tries, null, stamp),
					now.plus(this.backOff.longPause(tries, jitter)));
		}
		if (reply instanceof ScoreReply.TryLater later) {
			return new Settlement(Delivery.State.ON_ITS_WAY, latest(soon, wish(now, later.after())), tries, "TRY_LATER",
					stamp);
		}
		String problem = (reply instanceof ScoreReply.NewerThere) ? "NEWER_THERE" : UNREACHABLE;
		return new Settlement(Delivery.State.ON_ITS_WAY, soon, tries, problem, stamp);
	}

	/** What becomes of a grade whose LMS just left others without an answer. */
	Settlement putOff(ClaimedGrade claimed, Instant now, double jitter) {
		return new Settlement(Delivery.State.ON_ITS_WAY, now.plus(this.backOff.pause(claimed.tries() + 1, jitter)),
				claimed.tries(), UNREACHABLE, claimed.lastStamp());
	}

	/** What becomes of a grade whose LMS we do not trust at the moment. */
	Settlement hold(ClaimedGrade claimed, Instant now, double jitter) {
		return new Settlement(Delivery.State.ON_ITS_WAY, now.plus(this.backOff.longPause(1, jitter)), claimed.tries(),
				DISABLED, claimed.lastStamp());
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
		return new Settlement(state, dueAt, again.tries(), reason.name(), again.stamp());
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

}
