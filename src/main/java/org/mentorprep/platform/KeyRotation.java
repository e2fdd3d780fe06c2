package org.mentorprep.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.nimbusds.jose.jwk.RSAKey;

import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.platform.ToolKeys.KeyRing;
import org.mentorprep.platform.ToolKeys.ToolKey;

/**
 * Makes keys and withdraws them, by schedule and by hand; each time a line in the ledger.
 * A new key is published first and signs later, so that no LMS meets a signature whose
 * key it can't have seen.
 */
@Component
class KeyRotation {

	private static final int FIRST_GENERATION = 1;

	private final KeyMaker maker;

	private final ToolKeyRepository rows;

	private final KeysProperties properties;

	private final TransactionOperations transaction;

	private final Ledger ledger;

	private final Clock clock;

	KeyRotation(KeyMaker maker, ToolKeyRepository rows, KeysProperties properties, TransactionOperations transaction,
			Ledger ledger, Clock clock) {
		this.maker = maker;
		this.rows = rows;
		this.properties = properties;
		this.transaction = transaction;
		this.ledger = ledger;
		this.clock = clock;
	}

	/** At each start: private keys are locked away, and there is a key that signs. */
	void begin() {
		// Looks before it locks: a wrong secret must not lock what was open.
		boolean first = this.rows.load().isEmpty();
		this.transaction.executeWithoutResult((status) -> {
			int locked = this.rows.lockWhatIsOpen();
			if (locked > 0) {
				this.ledger.record(Actor.tool(), "platform.keys-encrypted", "", String.valueOf(locked));
			}
		});
		if (first) {
			insert(Actor.tool(), FIRST_GENERATION, Duration.ZERO);
		}
	}

	/** Runs every hour, on one node. */
	@Bean
	static RecurringTask<Void> keyRotationTask(KeyRotation keyRotation) {
		return Tasks.recurring("platform.task.keys", FixedDelay.ofHours(1))
			.execute((instance, context) -> keyRotation.turn());
	}

	/** By schedule: the next key when the newest is old, and away with the outlived. */
	void turn() {
		Instant now = this.clock.instant();
		KeyRing ring = this.rows.load();
		if (this.properties.byThemselves()
				&& !ring.newest().createdAt().plus(this.properties.rotateEvery()).isAfter(now)) {
			insert(Actor.tool(), ring.newest().generation() + 1, this.properties.publishAhead());
		}
		for (ToolKey key : ring.outlived(now, this.properties.keep())) {
			this.transaction.executeWithoutResult((status) -> remove(Actor.tool(), key));
		}
	}

	/**
	 * The next key, by hand.
	 * @return false if one waits already: two at once would be one too many
	 */
	boolean make(Actor actor) {
		ToolKey newest = this.rows.load().newest();
		return !newest.isWaiting(this.clock.instant())
				&& insert(actor, newest.generation() + 1, this.properties.publishAhead());
	}

	/**
	 * Withdraws a key by hand; the one that signs stays.
	 * @return false if it signs, or is gone already
	 */
	boolean withdraw(Actor actor, String kid) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			KeyRing ring = this.rows.loadForUpdate();
			ToolKey signing = ring.signing(this.clock.instant());
			return ring.newestFirst()
				.stream()
				.filter((key) -> key.kid().equals(kid) && !key.equals(signing))
				.findFirst()
				.map((key) -> remove(actor, key))
				.orElse(false);
		}));
	}

	/** Of two nodes at once one makes the key; it is the other's, too. */
	private boolean insert(Actor actor, int generation, Duration ahead) {
		RSAKey key = this.maker.make();
		// As exact as the database keeps it: rounded up, it would wait.
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.rows.insert(new ToolKey(generation, key, now, now.plus(ahead)));
				this.ledger.record(actor, "platform.key-made", key.getKeyID(), "");
			});
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private boolean remove(Actor actor, ToolKey key) {
		boolean removed = this.rows.delete(key);
		if (removed) {
			this.ledger.record(actor, "platform.key-withdrawn", key.kid(), "");
		}
		return removed;
	}

}
