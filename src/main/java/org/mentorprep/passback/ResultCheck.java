package org.mentorprep.passback;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.lti.service.ResultClient;
import org.mentorprep.lti.service.ResultClient.Result;
import org.mentorprep.lti.service.ServiceFailed;
import org.mentorprep.passback.DeliveryClaims.ClaimedGrade;
import org.mentorprep.passback.DueChecks.DueCheck;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;

/**
 * Reads results in the gradebook after grades have arrived (AGS 2.0, section 3.3), a
 * whole line item at once where several are to be read. What differs is written down for
 * course staff, and never overwritten.
 */
@Component
class ResultCheck {

	private static final Logger log = LoggerFactory.getLogger(ResultCheck.class);

	private final DueChecks checks;

	private final ResultClient results;

	private final Links links;

	private final Platforms platforms;

	private final CircuitBreaker breaker;

	ResultCheck(DueChecks checks, ResultClient results, Links links, Platforms platforms, CircuitBreaker breaker) {
		this.checks = checks;
		this.results = results;
		this.links = links;
		this.platforms = platforms;
		this.breaker = breaker;
	}

	/** Whether the gradebook shows just this grade; no if that can't be told. */
	boolean shows(ClaimedGrade claimed, Platform platform) {
		if (!mayRead(claimed.link())) {
			return false;
		}
		try {
			return this.results.read(platform.registration(), claimed.lineItem(), claimed.userId())
				.stream()
				.filter((result) -> result.userId().equals(claimed.userId()))
				.anyMatch((result) -> Integer.valueOf(claimed.grade().points()).equals(result.pointsOf(Grade.MAXIMUM)));
		}
		catch (RuntimeException ex) {
			// It can't be told, be it for a fault of ours.
			return false;
		}
	}

	/**
	 * Reads what is due to be read at one LMS.
	 * @return how many grades were looked up
	 */
	int checkDue(PlatformId id, BooleanSupplier going) {
		int checked = 0;
		Optional<Platform> platform = this.platforms.find(id).filter(Platform::enabled);
		while (platform.isPresent() && going.getAsBoolean() && this.breaker.isClosed(id)
				&& this.platforms.isEnabled(id)) {
			List<DueCheck> due = this.checks.take(id);
			if (due.isEmpty()) {
				return checked;
			}
			due.stream()
				.collect(Collectors.groupingBy(DueCheck::lineItem))
				.forEach((lineItem, ofItem) -> check(platform.get(), lineItem, ofItem));
			checked += due.size();
		}
		return checked;
	}

	private void check(Platform platform, URI lineItem, List<DueCheck> due) {
		if (!mayRead(due.get(0).link())) {
			due.forEach((check) -> this.checks.settle(check, Delivery.CheckResult.UNREADABLE, null));
			return;
		}
		if (!this.platforms.isEnabled(platform.id())) {
			// Read when the pause is over, if it is enabled again by then.
			return;
		}
		try {
			String userId = (due.size() == 1) ? due.get(0).userId() : null;
			Map<String, Result> found = this.results.read(platform.registration(), lineItem, userId)
				.stream()
				.collect(Collectors.toMap(Result::userId, Function.identity(), (one, other) -> other));
			due.forEach((check) -> settle(check, found.get(check.userId())));
		}
		catch (RuntimeException ex) {
			if (!(ex instanceof ServiceFailed failed)) {
				// A fault of ours: these are read when the pause is over, all others now.
				log.error("{} grades of one line item could not be read: {}", due.size(), ex.getClass().getName());
				return;
			}
			// Unless it was refused, it is read when the pause is over.
			if (DeliveryRule.isRefusal(failed)) {
				Delivery.CheckResult result = (failed.reason() == ServiceFailed.Reason.NOT_FOUND)
						? Delivery.CheckResult.LINE_ITEM_GONE : Delivery.CheckResult.UNREADABLE;
				due.forEach((check) -> this.checks.settle(check, result, null));
			}
		}
	}

	private boolean mayRead(LinkId link) {
		return this.links.find(link).filter((found) -> found.scopes().contains(ResultClient.SCOPE)).isPresent();
	}

	private void settle(DueCheck check, @Nullable Result result) {
		Integer points = (result != null) ? result.pointsOf(Grade.MAXIMUM) : null;
		if (points == null && this.checks.isSentAgain(check)) {
			log.info("Grade {} is gone from the gradebook and is sent again", check.id());
		}
		else if (points == null) {
			this.checks.settle(check, Delivery.CheckResult.NO_GRADE, null);
		}
		else {
			this.checks.settle(check,
					(points == check.points()) ? Delivery.CheckResult.AS_SENT : Delivery.CheckResult.OTHER_GRADE,
					points);
		}
	}

}
