package org.mentorprep.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.platform.ToolKeys.KeyRing;
import org.mentorprep.platform.ToolKeys.ToolKey;

/**
 * Makes keys and withdraws them, by schedule and by hand, and records each act. A new key
 * is published first and signs later, so that no LMS meets a signature whose key it can't
 * have seen.
 */
@Component
class KeyRotation {

	private static final int FIRST_GENERATION = 1;

	/** At least 2048 bits (RFC 7518, section 3.3). */
	private static final int KEY_BITS = 2048;

	private final ToolKeyRepository rows;

	private final KeysProperties properties;

	private final TransactionOperations transaction;

	private final Ledger ledger;

	private final Clock clock;

	KeyRotation(ToolKeyRepository rows, KeysProperties properties, TransactionOperations transaction, Ledger ledger,
			Clock clock) {
		this.rows = rows;
		this.properties = properties;
		this.transaction = transaction;
		this.ledger = ledger;
		this.clock = clock;
	}

	/** At each start: encrypts private keys, and makes the first key that signs. */
	void begin() {
		// Reads before it encrypts: a wrong secret must encrypt nothing.
		boolean first = this.rows.load().isEmpty();
		this.transaction.executeWithoutResult((status) -> {
			int encrypted = this.rows.encryptClearKeys();
			if (encrypted > 0) {
				this.ledger.record(Actor.tool(), "platform.keys-encrypted", "", String.valueOf(encrypted));
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

	/** Makes the next key when the newest is old, and removes the outlived. */
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
		RSAKey key = newKey();
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

	/** A key pair as LTI wants it: RS256 (1EdTech Security Framework 1.0, section 6). */
	RSAKey newKey() {
		try {
			return new RSAKeyGenerator(KEY_BITS).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyIDFromThumbprint(true)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This Java runtime can't make RSA keys", ex);
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
