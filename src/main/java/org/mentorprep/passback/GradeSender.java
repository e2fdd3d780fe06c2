package org.mentorprep.passback;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

import org.mentorprep.lti.service.ServiceFailed;
import org.mentorprep.passback.CircuitBreaker.Failure;
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

	/** The LMSs for which a thread of this node sends to a line item that fails. */
	private final Set<PlatformId> alone = ConcurrentHashMap.newKeySet();

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
		int more = 1;
		while (more > 0 && going.getAsBoolean()) {
			Optional<Platform> platform = this.platforms.find(id).filter(Platform::enabled);
			more = platform.isPresent() ? sendSome(platform.get(), going, help) : 0;
			sent += more;
		}
		return sent;
	}

	private int sendSome(Platform platform, BooleanSupplier going, Runnable help) {
		State state = this.breaker.acquire(platform.id());
		List<ClaimedGrade> claimed = switch (state) {
			case CLOSED -> this.claims.due(platform.id(), this.batch);
			case HALF_OPEN -> this.claims.trial(platform.id());
			case CLOSED_BUT_FAILING, OPEN_FOR_SOME, OPEN -> List.of();
		};
		if (claimed.isEmpty()) {
			return sendAlone(platform, state, going);
		}
		if (claimed.size() == this.batch) {
			help.run();
		}
		return send(claimed, platform, state, going);
	}

	/**
	 * Sends one grade of which nobody knows whether it gets through. Only one thread of
	 * each LMS does, so that the others are free for what does.
	 */
	private int sendAlone(Platform platform, State state, BooleanSupplier going) {
		if (state == State.HALF_OPEN || state == State.OPEN || !this.alone.add(platform.id())) {
			return 0;
		}
		try {
			return (state == State.CLOSED) ? sendToFailing(platform, going)
					: send(this.claims.due(platform.id(), 1), platform, state, going);
		}
		finally {
			this.alone.remove(platform.id());
		}
	}

	private int sendToFailing(Platform platform, BooleanSupplier going) {
		Optional<URI> lineItem = this.breaker.takeFailing(platform.id());
		if (lineItem.isEmpty()) {
			return 0;
		}
		int sent = send(this.claims.dueIn(lineItem.get(), platform.id()), platform, State.CLOSED_BUT_FAILING, going);
		if (sent == 0) {
			this.breaker.giveBack(platform.id(), lineItem.get());
		}
		return sent;
	}

	private int send(List<ClaimedGrade> claimed, Platform platform, State state, BooleanSupplier going) {
		int sent = 0;
		Set<URI> failed = new HashSet<>();
		try {
			for (ClaimedGrade grade : claimed) {
				boolean mayCall = state == State.HALF_OPEN || state == State.OPEN_FOR_SOME
						|| !this.breaker.isTripped(platform.id());
				// Whoever disables an LMS means from now on, not from the next batch on.
				if (mayCall && !failed.contains(grade.lineItem()) && going.getAsBoolean() && this.claims.isHeld(grade)
						&& this.platforms.isEnabled(platform.id())) {
					if (!send(grade, platform, state)) {
						failed.add(grade.lineItem());
					}
					sent++;
				}
				else {
					this.claims.release(grade);
				}
			}
			return sent;
		}
		finally {
			claimed.stream().findFirst().map(ClaimedGrade::claim).ifPresent(this.claims::end);
		}
	}

	/**
	 * Sends one grade.
	 * @return whether nothing speaks against its line item
	 */
	private boolean send(ClaimedGrade grade, Platform platform, State state) {
		ScorePoster.Outcome outcome = this.poster.post(grade, platform);
		ServiceFailed failure = outcome.failure();
		Settlement settlement = this.rule.settle(grade, failure, outcome.stamp(), outcome.at(),
				ThreadLocalRandom.current().nextDouble());
		this.claims.settle(grade, settlement);
		this.metrics.count(settlement.state());
		if (failure != null && DeliveryRule.isLocal(failure)) {
			this.breaker.untried(platform.id(), state);
			return true;
		}
		if (failure != null && DeliveryRule.isOutage(failure)) {
			return failed(grade, outcome.lineItem(), failure, state);
		}
		answered(grade, outcome.lineItem(), state);
		return true;
	}

	private boolean failed(ClaimedGrade grade, URI lineItem, ServiceFailed failure, State state) {
		this.breaker.failed(grade.platform(), state, new Failure(grade.id(), Delivery.Reason.of(failure),
				failure.retryAfter(), failure.isOfPlatform() ? null : lineItem));
		return failure.isOfPlatform();
	}

	/** What waited for the LMS, or for this line item, goes now. */
	private void answered(ClaimedGrade grade, URI lineItem, State state) {
		boolean waited = this.breaker.succeeded(grade.platform(), state, lineItem);
		if (state == State.HALF_OPEN || state == State.OPEN_FOR_SOME) {
			this.claims.wake(grade.platform(), null);
		}
		else if (waited) {
			this.claims.wake(grade.platform(), lineItem);
		}
	}

}
