package org.mentorprep.passback;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

import org.mentorprep.lti.service.ScoreReply;
import org.mentorprep.passback.CircuitBreaker.BackOff;
import org.mentorprep.passback.CircuitBreaker.Pass;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;
import org.mentorprep.passback.DeliveryRule.Settlement;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;

/**
 * Brings the grades that are due to one LMS: claims them, sends them, writes down what
 * came of it. Any number of couriers on any number of nodes may be at work.
 */
@Component
class GradeCourier {

	private final DeliveryClaims claims;

	private final CircuitBreaker circuits;

	private final Platforms platforms;

	private final GradeSender sender;

	private final PassbackMetrics meters;

	private final PassbackProperties properties;

	private final DeliveryRule rule;

	private final Clock clock;

	GradeCourier(DeliveryClaims claims, CircuitBreaker circuits, Platforms platforms, GradeSender sender,
			PassbackMetrics meters, PassbackProperties properties, BackOff backOff, Clock clock) {
		this.claims = claims;
		this.circuits = circuits;
		this.platforms = platforms;
		this.sender = sender;
		this.meters = meters;
		this.properties = properties;
		this.rule = new DeliveryRule(backOff, properties.readBack());
		this.clock = clock;
	}

	/**
	 * Sends what is due until nothing is, the LMS fails, or there is a stop.
	 * @param help called when there is more than one lane can carry
	 * @return how many grades were sent
	 */
	int deliver(PlatformId id, BooleanSupplier going, Runnable help) {
		int sent = 0;
		while (going.getAsBoolean()) {
			Optional<Platform> platform = this.platforms.find(id).filter(Platform::enabled);
			Pass pass = platform.isPresent() ? this.circuits.pass(id) : Pass.CLOSED_OFF;
			List<ClaimedGrade> batch = claim(id, pass);
			if (batch.isEmpty()) {
				return sent;
			}
			if (batch.size() == this.properties.batch()) {
				help.run();
			}
			sent += deliver(batch, platform.orElseThrow(), pass, going);
		}
		return sent;
	}

	private List<ClaimedGrade> claim(PlatformId id, Pass pass) {
		return switch (pass) {
			case FREE -> this.claims.due(id, this.properties.batch());
			case TRIAL -> this.claims.trial(id);
			case CLOSED_OFF -> List.of();
		};
	}

	private int deliver(List<ClaimedGrade> batch, Platform platform, Pass pass, BooleanSupplier going) {
		int sent = 0;
		try {
			for (ClaimedGrade claimed : batch) {
				boolean mayGo = pass == Pass.TRIAL || !this.circuits.isTripped(platform.id());
				// Whoever disables an LMS means from now on, not from the next batch on.
				if (mayGo && going.getAsBoolean() && this.claims.isHeld(claimed)
						&& this.platforms.isEnabled(platform.id())) {
					deliver(claimed, platform, pass);
					sent++;
				}
				else {
					this.claims.release(claimed);
				}
			}
			return sent;
		}
		finally {
			this.claims.end(batch.get(0).claim());
		}
	}

	private void deliver(ClaimedGrade claimed, Platform platform, Pass pass) {
		GradeSender.Sent sent = this.sender.send(claimed, platform);
		Settlement settlement = this.rule.settle(claimed, sent.reply(), sent.stamp(), this.clock.instant(),
				ThreadLocalRandom.current().nextDouble());
		this.claims.settle(claimed, settlement);
		this.meters.count(settlement.state());
		if (DeliveryRule.isOutage(sent.reply())) {
			this.circuits.failed(platform.id(), pass, String.valueOf(settlement.problem()),
					(sent.reply() instanceof ScoreReply.TryLater later) ? later.after() : null);
			return;
		}
		this.circuits.answered(platform.id(), pass);
		if (pass == Pass.TRIAL) {
			this.claims.wake(platform.id());
		}
	}

}
