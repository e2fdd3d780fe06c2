package org.mentorprep.library;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.content.PackVersionId;

/**
 * Which version is in use, and which were before. Asked at every page, so what the
 * database said is believed for two seconds: so long it may take until every node
 * follows.
 */
@Repository
public class Choices {

	private static final Duration BELIEVED = Duration.ofSeconds(2);

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final Clock clock;

	private volatile @Nullable Heard heard;

	Choices(JdbcClient jdbc, Ledger ledger, Clock clock) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.clock = clock;
	}

	/** The choice that holds, as of a moment ago. */
	public PackVersions.Activation present() {
		Heard last = this.heard;
		Instant now = this.clock.instant();
		if (last == null || now.isBefore(last.at()) || now.isAfter(last.at().plus(BELIEVED))) {
			last = new Heard(newest().orElseThrow(() -> new IllegalStateException("No pack is in use")), now);
			this.heard = last;
		}
		return last.choice();
	}

	/** Asks ahead of time, so that no page waits for it. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void listen() {
		newest().ifPresent((choice) -> this.heard = new Heard(choice, this.clock.instant()));
	}

	/** The choice that holds now; empty before the first. */
	Optional<PackVersions.Activation> newest() {
		return this.jdbc.sql("""
				SELECT choice_number, pack, chosen_by, chosen_at FROM pack_choice
				ORDER BY choice_number DESC FETCH FIRST 1 ROWS ONLY""")
			.query((row, index) -> new PackVersions.Activation(row.getInt("choice_number"),
					new PackVersionId(row.getObject("pack", UUID.class)), row.getString("chosen_by"),
					row.getObject("chosen_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** Whether a version was in use at any time. */
	boolean wasInUse(PackVersionId pack) {
		return this.jdbc.sql("SELECT COUNT(*) FROM pack_choice WHERE pack = ?")
			.param(pack.value())
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Puts a version into use, and says so in the ledger.
	 * @param after the number of the choice that it follows; 0 if it is the first
	 * @throws org.springframework.dao.DuplicateKeyException if somebody else has chosen
	 * since
	 */
	@Transactional
	public void choose(PackVersions.PackVersion release, int after, Actor actor, String act, String detail) {
		this.jdbc.sql("INSERT INTO pack_choice (choice_number, pack, chosen_by, chosen_at) VALUES (?, ?, ?, ?)")
			.params(after + 1, release.id().value(), actor.kind(), this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.ledger.record(actor, act, release.name() + " " + release.version(), detail);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				Choices.this.heard = null;
			}
		});
	}

	/** What the database said, and when. */
	private record Heard(PackVersions.Activation choice, Instant at) {
	}

}
