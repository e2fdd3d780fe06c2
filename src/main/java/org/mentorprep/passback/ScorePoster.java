package org.mentorprep.passback;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import org.mentorprep.lti.service.Score;
import org.mentorprep.lti.service.Score.ActivityProgress;
import org.mentorprep.lti.service.ScoreClient;
import org.mentorprep.lti.service.ServiceFailed;
import org.mentorprep.lti.service.ServiceFailed.Reason;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.Reference;

/**
 * Posts one grade as a score to its line item: finds the line item if need be, stamps the
 * score, and tries twice before it believes that something newer is in the gradebook.
 */
@Component
class ScorePoster {

	private static final Logger log = LoggerFactory.getLogger(ScorePoster.class);

	private final ScoreClient scores;

	private final LineItems lineItems;

	private final ResultCheck results;

	private final Clock clock;

	ScorePoster(ScoreClient scores, LineItems lineItems, ResultCheck results, Clock clock) {
		this.scores = scores;
		this.lineItems = lineItems;
		this.results = results;
		this.clock = clock;
	}

	/** Posts a grade, however it ends. */
	Outcome post(ClaimedGrade claimed, Platform platform) {
		Outcome outcome;
		try {
			outcome = LineItems.isPlaceholder(claimed.lineItem()) ? postToFound(claimed, platform)
					: postToKnown(claimed, platform);
		}
		catch (ServiceFailed ex) {
			outcome = new Outcome(ex, claimed.lineItem(), claimed.lastStamp(), this.clock.instant());
		}
		catch (DataAccessException | TransactionException ex) {
			// The database is away: the claim runs out, and nothing is lost.
			throw ex;
		}
		catch (RuntimeException ex) {
			return faulty(claimed, ex);
		}
		log(claimed, outcome.failure());
		return outcome;
	}

	/**
	 * One grade that can't be sent must not keep the others from it, nor speak against
	 * the LMS. Only classes are logged: a message could hold the score.
	 */
	private Outcome faulty(ClaimedGrade claimed, RuntimeException fault) {
		String reference = Reference.fresh().value();
		StackTraceElement[] trace = fault.getStackTrace();
		log.error("Grade {} could not be sent, reference {}: {} at {}", claimed.id(), reference,
				fault.getClass().getName(), (trace.length > 0) ? trace[0] : "unknown");
		return new Outcome(ServiceFailed.ofTool(reference), claimed.lineItem(), claimed.lastStamp(),
				this.clock.instant());
	}

	/** Posts to a line item that no launch named. */
	private Outcome postToFound(ClaimedGrade claimed, Platform platform) {
		return postTo(this.lineItems.find(platform.registration(), claimed.link()), claimed, platform);
	}

	/** Posts to another line item of the link if the one named at launch is gone. */
	private Outcome postToKnown(ClaimedGrade claimed, Platform platform) {
		Outcome outcome = stampAndPost(claimed, platform);
		if (!hasReason(outcome.failure(), Reason.NOT_FOUND)) {
			return outcome;
		}
		return this.lineItems.findAnother(platform.registration(), claimed.link(), claimed.lineItem())
			.map((lineItem) -> postTo(lineItem, claimed, platform))
			.orElse(outcome);
	}

	private Outcome postTo(URI lineItem, ClaimedGrade claimed, Platform platform) {
		this.lineItems.move(claimed.link(), claimed.lineItem(), lineItem);
		return stampAndPost(claimed.in(lineItem), platform);
	}

	private Outcome stampAndPost(ClaimedGrade claimed, Platform platform) {
		Instant stamp = DeliveryRule.nextStamp(this.clock.instant(), claimed.lastStamp());
		ServiceFailed failure = post(claimed, platform, stamp);
		if (hasReason(failure, Reason.CONFLICT)) {
			stamp = DeliveryRule.nextStamp(this.clock.instant(), stamp);
			failure = post(claimed, platform, stamp);
		}
		if (hasReason(failure, Reason.CONFLICT) && this.results.shows(claimed, platform)) {
			// A response was lost, and what is there is ours.
			failure = null;
		}
		return new Outcome(failure, claimed.lineItem(), stamp, this.clock.instant());
	}

	private @Nullable ServiceFailed post(ClaimedGrade claimed, Platform platform, Instant stamp) {
		Grade grade = claimed.grade();
		ActivityProgress progress = grade.completed() ? ActivityProgress.COMPLETED : ActivityProgress.IN_PROGRESS;
		try {
			this.scores.post(platform.registration(), claimed.lineItem(),
					new Score(claimed.userId(), grade.points(), Grade.MAXIMUM, progress, grade.remark(), stamp));
			return null;
		}
		catch (ServiceFailed ex) {
			return ex;
		}
	}

	private static boolean hasReason(@Nullable ServiceFailed failure, Reason reason) {
		return failure != null && failure.reason() == reason;
	}

	private static void log(ClaimedGrade claimed, @Nullable ServiceFailed failure) {
		if (failure != null && DeliveryRule.isRefusal(failure)) {
			log.warn("Grade {} was refused by platform {}: {}", claimed.id(), claimed.platform(), failure.reason());
		}
		else {
			log.debug("Grade {} to platform {}: {}", claimed.id(), claimed.platform(),
					(failure != null) ? failure.reason() : "arrived");
		}
	}

	/**
	 * How posting a grade went.
	 *
	 * @param failure absent if the grade arrived
	 * @param lineItem to which it was posted, or was to be
	 * @param stamp of the last score sent; absent if none ever was
	 * @param at when that was known
	 */
	record Outcome(@Nullable ServiceFailed failure, URI lineItem, @Nullable Instant stamp, Instant at) {
	}

}
