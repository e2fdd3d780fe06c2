package org.mentorprep.passback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

import org.mentorprep.lti.service.ActivityProgress;
import org.mentorprep.lti.service.Score;
import org.mentorprep.lti.service.ScoreClient;
import org.mentorprep.lti.service.ScoreReply;
import org.mentorprep.passback.grade.Grade;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;

/**
 * Brings the grades that are due to their gradebooks: claims them, sends them, writes
 * down what came of it. Any number of couriers on any number of nodes may be at work.
 */
@Component
class GradeCourier {

	private static final Logger log = LoggerFactory.getLogger(GradeCourier.class);

	/** After so many grades without an answer the others of the LMS wait. */
	private static final int SILENCES = 3;

	private final Outbox outbox;

	private final Platforms platforms;

	private final ScoreClient scores;

	private final CourierMeters meters;

	private final PassbackProperties properties;

	private final ReplyRule rule;

	private final Clock clock;

	/** The longest that one grade can take: a score, and once more with another stamp. */
	private final Duration longest;

	GradeCourier(Outbox outbox, Platforms platforms, ScoreClient scores, CourierMeters meters,
			PassbackProperties properties, Clock clock) {
		this.outbox = outbox;
		this.platforms = platforms;
		this.scores = scores;
		this.meters = meters;
		this.properties = properties;
		this.rule = new ReplyRule(new BackOff(properties.backoff()));
		this.clock = clock;
		this.longest = scores.longest().multipliedBy(2);
		Assert.state(properties.lease().compareTo(this.longest) > 0,
				() -> "mentorprep.passback.lease must be longer than " + this.longest
						+ ", the longest that one grade can take with these mentorprep.services time-outs");
	}

	/** Sends all that is due now. */
	void deliverDue() {
		deliverDue(() -> true);
	}

	/**
	 * Sends what is due until nothing is, or until told to stop.
	 * @throws IllegalStateException inside a transaction, which would stay open for as
	 * long as an LMS takes to answer
	 */
	void deliverDue(BooleanSupplier going) {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"No HTTP call is made inside a transaction");
		Map<PlatformId, Integer> silences = new HashMap<>();
		List<ClaimedGrade> batch;
		do {
			batch = going.getAsBoolean() ? this.outbox.claim(this.properties.batch(), this.properties.lease())
					: List.of();
			for (ClaimedGrade claimed : batch) {
				if (going.getAsBoolean() && isHeldLongEnough(claimed)) {
					deliver(claimed, silences);
				}
				else {
					this.outbox.release(claimed);
				}
			}
		}
		while (!batch.isEmpty());
	}

	private void deliver(ClaimedGrade claimed, Map<PlatformId, Integer> silences) {
		double jitter = ThreadLocalRandom.current().nextDouble();
		Optional<Platform> platform = this.platforms.find(claimed.platform()).filter(Platform::enabled);
		Settlement settlement;
		if (platform.isEmpty()) {
			settlement = this.rule.hold(claimed, this.clock.instant(), jitter);
		}
		else if (silences.getOrDefault(claimed.platform(), 0) >= SILENCES) {
			settlement = this.rule.putOff(claimed, this.clock.instant(), jitter);
		}
		else {
			settlement = send(claimed, platform.get(), silences, jitter);
			this.meters.count(settlement.state());
		}
		this.outbox.settle(claimed, settlement);
	}

	private Settlement send(ClaimedGrade claimed, Platform platform, Map<PlatformId, Integer> silences, double jitter) {
		Instant stamp = Stamps.next(this.clock.instant(), claimed.lastStamp());
		ScoreReply reply = post(claimed, platform, stamp);
		if (reply instanceof ScoreReply.NewerThere) {
			stamp = Stamps.next(this.clock.instant(), stamp);
			reply = post(claimed, platform, stamp);
		}
		if (reply instanceof ScoreReply.Unreachable) {
			silences.merge(claimed.platform(), 1, Integer::sum);
		}
		else {
			silences.remove(claimed.platform());
		}
		log(claimed, reply);
		return this.rule.settle(claimed, reply, stamp, this.clock.instant(), jitter);
	}

	private ScoreReply post(ClaimedGrade claimed, Platform platform, Instant stamp) {
		Grade grade = claimed.grade();
		ActivityProgress progress = grade.completed() ? ActivityProgress.COMPLETED : ActivityProgress.IN_PROGRESS;
		try {
			return this.scores.post(platform.registration(), claimed.lineItem(),
					new Score(claimed.userId(), grade.points(), Grade.MAXIMUM, progress, grade.remark(), stamp));
		}
		catch (RuntimeException ex) {
			// One grade that can't be sent must not keep the others from it. Only the
			// class: a message could hold the score.
			log.error("Grade {} could not be sent: {}", claimed.id(), ex.getClass().getName());
			return new ScoreReply.TryLater(null);
		}
	}

	/** A claim that ran out while we send would let another node overtake us. */
	private boolean isHeldLongEnough(ClaimedGrade claimed) {
		return this.clock.instant().plus(this.longest).isBefore(claimed.claimedUntil());
	}

	private static void log(ClaimedGrade claimed, ScoreReply reply) {
		if (reply instanceof ScoreReply.Refused refused) {
			log.warn("Grade {} was refused by platform {}: {}", claimed.id(), claimed.platform(), refused.reason());
		}
		else {
			log.debug("Grade {} to platform {}: {}", claimed.id(), claimed.platform(), reply);
		}
	}

}
