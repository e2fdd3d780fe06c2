package org.mentorprep.passback;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

import org.mentorprep.lti.service.ServiceFailed;
import org.mentorprep.passback.CircuitBreaker.State;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;
import org.mentorprep.passback.DeliveryRule.Settlement;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;

/**
 * Sends the due grades of one LMS: claims them, posts them one by one, writes down what
 * became of each. Any number of threads on any number of nodes may do so at once.
 */
@Component
class GradeSender {

	private final DeliveryClaims claims;

	private final CircuitBreaker breaker;

	private final Platforms platforms;

	private final ScorePoster poster;

	private final PassbackMetrics metrics;

	private final int batch;

	private final DeliveryRule rule;

	GradeSender(DeliveryClaims claims, CircuitBreaker breaker, Platforms platforms, ScorePoster poster,
			PassbackMetrics metrics, PassbackProperties properties) {
		this.claims = claims;
		this.breaker = breaker;
		this.platforms = platforms;
		this.poster = poster;
		this.metrics = metrics;
		this.batch = properties.batch();
		this.rule = new DeliveryRule(properties);
	}

	/**
	 * Sends until nothing is due, the LMS fails, or the tool stops.
	 * @param help called when there is more to send than one thread can
	 * @return how many grades were sent
	 */
	int sendDue(PlatformId id, BooleanSupplier going, Runnable help) {
		int sent = 0;
		while (going.getAsBoolean()) {
			Optional<Platform> platform = this.platforms.find(id).filter(Platform::enabled);
			State state = platform.isPresent() ? this.breaker.acquire(id) : State.OPEN;
			List<ClaimedGrade> claimed = claim(id, state);
			if (claimed.isEmpty()) {
				return sent;
			}
			if (claimed.size() == this.batch) {
				help.run();
			}
			sent += send(claimed, platform.orElseThrow(), state, going);
		}
		return sent;
	}

	private List<ClaimedGrade> claim(PlatformId id, State state) {
		return switch (state) {
			case CLOSED -> this.claims.due(id, this.batch);
			case HALF_OPEN -> this.claims.trial(id);
			case OPEN -> List.of();
		};
	}

	private int send(List<ClaimedGrade> claimed, Platform platform, State state, BooleanSupplier going) {
		int sent = 0;
		try {
			for (ClaimedGrade grade : claimed) {
				boolean mayCall = state == State.HALF_OPEN || !this.breaker.isTripped(platform.id());
				// Whoever disables an LMS means from now on, not from the next batch on.
				if (mayCall && going.getAsBoolean() && this.claims.isHeld(grade)
						&& this.platforms.isEnabled(platform.id())) {
					send(grade, platform, state);
					sent++;
				}
				else {
					this.claims.release(grade);
				}
			}
			return sent;
		}
		finally {
			this.claims.end(claimed.get(0).claim());
		}
	}

	private void send(ClaimedGrade grade, Platform platform, State state) {
		ScorePoster.Outcome outcome = this.poster.post(grade, platform);
		ServiceFailed failure = outcome.failure();
		Settlement settlement = this.rule.settle(grade, failure, outcome.stamp(), outcome.at(),
				ThreadLocalRandom.current().nextDouble());
		this.claims.settle(grade, settlement);
		this.metrics.count(settlement.state());
		if (failure != null && DeliveryRule.isOutage(failure)) {
			this.breaker.failed(platform.id(), state, Delivery.Reason.of(failure.reason()), failure.retryAfter());
			return;
		}
		this.breaker.succeeded(platform.id(), state);
		if (state == State.HALF_OPEN) {
			this.claims.wake(platform.id());
		}
	}

}
