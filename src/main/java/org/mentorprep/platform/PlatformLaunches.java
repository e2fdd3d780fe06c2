package org.mentorprep.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;

/**
 * Notes that somebody came from a platform by a launch that passed every check. The first
 * one proves a pending registration: from then on it counts.
 */
@Component
public class PlatformLaunches {

	/** A whole school may come within a minute: one of them is enough. */
	private static final Duration EXACTNESS = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final Clock clock;

	private final Map<PlatformId, Instant> noted = new ConcurrentHashMap<>();

	PlatformLaunches(JdbcClient jdbc, Ledger ledger, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.clock = clock;
	}

	@Transactional
	public void note(Platform platform) {
		if (platform.state() == Platform.State.PENDING) {
			enable(platform);
		}
		Instant now = this.clock.instant();
		Instant before = this.noted.get(platform.id());
		if (before == null || !before.plus(EXACTNESS).isAfter(now)) {
			this.jdbc.sql("UPDATE platform SET last_launch_at = ? WHERE id = ?")
				.param(now.atOffset(ZoneOffset.UTC))
				.param(platform.id().value())
				.update();
			this.noted.put(platform.id(), now);
		}
	}

	/** Of several first launches at once, one does it and writes it down. */
	private void enable(Platform platform) {
		int enabled = this.jdbc.sql("UPDATE platform SET enabled = TRUE, pending = FALSE WHERE id = ? AND pending")
			.param(platform.id().value())
			.update();
		if (enabled == 1) {
			this.ledger.record(Actor.platform(platform.id()), "platform.first-launch", platform.name(), "");
		}
	}

}
