package org.mentorprep.passback;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import org.mentorprep.lti.service.Score;
import org.mentorprep.lti.service.Score.ActivityProgress;
import org.mentorprep.lti.service.ScoreClient;
import org.mentorprep.lti.service.ScoreReply;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;
import org.mentorprep.passback.DeliveryRule.Stamps;
import org.mentorprep.passback.LineItems.Search;
import org.mentorprep.platform.Platform;

/**
 * Sends one grade to its column: finds the column if need be, stamps the score, and looks
 * twice before it believes that something newer is there.
 */
@Component
class GradeSender {

	private static final Logger log = LoggerFactory.getLogger(GradeSender.class);

	private final ScoreClient scores;

	private final LineItems columns;

	private final ResultCheck readBack;

	private final GradeDeliveries outbox;

	private final Clock clock;

	GradeSender(ScoreClient scores, LineItems columns, ResultCheck readBack, GradeDeliveries outbox, Clock clock) {
		this.scores = scores;
		this.columns = columns;
		this.readBack = readBack;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Sends a grade, however it ends. */
	Sent send(ClaimedGrade claimed, Platform platform) {
		try {
			Sent sent = SoughtColumns.isStandIn(claimed.lineItem())
					? sendTo(this.columns.missing(platform.registration(), claimed.link(), Grade.MAXIMUM), claimed,
							platform)
					: post(claimed, platform);
			log(claimed, sent.reply());
			return sent;
		}
		catch (RuntimeException ex) {
			// One grade that can't be sent must not keep the others from it. Only the
			// class: a message could hold the score.
			log.error("Grade {} could not be sent: {}", claimed.id(), ex.getClass().getName());
			return new Sent(new ScoreReply.TryLater(null), claimed.lastStamp());
		}
	}

	private Sent post(ClaimedGrade claimed, Platform platform) {
		Sent sent = stamped(claimed, platform);
		if (sent.reply().equals(new ScoreReply.Refused(ScoreReply.Reason.COLUMN_GONE))) {
			Search search = this.columns.instead(platform.registration(), claimed.link(), claimed.lineItem());
			return (search.column() != null) ? sendTo(search, claimed, platform) : sent;
		}
		return sent;
	}

	private Sent sendTo(Search search, ClaimedGrade claimed, Platform platform) {
		URI column = search.column();
		if (column == null) {
			return new Sent(search.reply(), claimed.lastStamp());
		}
		this.outbox.move(claimed.link(), claimed.lineItem(), column);
		return stamped(claimed.in(column), platform);
	}

	private Sent stamped(ClaimedGrade claimed, Platform platform) {
		Instant stamp = Stamps.next(this.clock.instant(), claimed.lastStamp());
		ScoreReply reply = post(claimed, platform, stamp);
		if (reply instanceof ScoreReply.NewerThere) {
			stamp = Stamps.next(this.clock.instant(), stamp);
			reply = post(claimed, platform, stamp);
		}
		if (reply instanceof ScoreReply.NewerThere && this.readBack.shows(claimed, platform)) {
			// An answer was lost, and what is there is ours.
			reply = new ScoreReply.Accepted();
		}
		return new Sent(reply, stamp);
	}

	private ScoreReply post(ClaimedGrade claimed, Platform platform, Instant stamp) {
		Grade grade = claimed.grade();
		ActivityProgress progress = grade.completed() ? ActivityProgress.COMPLETED : ActivityProgress.IN_PROGRESS;
		return this.scores.post(platform.registration(), claimed.lineItem(),
				new Score(claimed.userId(), grade.points(), Grade.MAXIMUM, progress, grade.remark(), stamp));
	}

	private static void log(ClaimedGrade claimed, ScoreReply reply) {
		if (reply instanceof ScoreReply.Refused refused) {
			log.warn("Grade {} was refused by platform {}: {}", claimed.id(), claimed.platform(), refused.reason());
		}
		else {
			log.debug("Grade {} to platform {}: {}", claimed.id(), claimed.platform(), reply);
		}
	}

	/**
	 * What the LMS said to a grade.
	 *
	 * @param stamp of the last score sent; absent if none ever was
	 */
	record Sent(ScoreReply reply, @Nullable Instant stamp) {
	}

}
