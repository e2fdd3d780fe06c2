package org.mentorprep.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Our own keys as others need them: the one that signs, and what the LMSs may see. Kept
 * in the database, so that they survive a restart and are the same on every node. Read
 * once a minute: most questions cost no SQL, and what another node did is soon known.
 */
@Component
public class ToolKeys implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(ToolKeys.class);

	private static final Duration FRESH = Duration.ofMinutes(1);

	private final ToolKeyRepository rows;

	private final KeyRotation rotation;

	private final Clock clock;

	/** Not the clock, which can be set back. */
	private final Ticker ticker;

	private final ReentrantLock reading = new ReentrantLock();

	private volatile @Nullable Known known;

	@Autowired
	ToolKeys(ToolKeyRepository rows, KeyRotation rotation, Clock clock) {
		this(rows, rotation, clock, Ticker.systemTicker());
	}

	ToolKeys(ToolKeyRepository rows, KeyRotation rotation, Clock clock, Ticker ticker) {
		this.rows = rows;
		this.rotation = rotation;
		this.clock = clock;
		this.ticker = ticker;
	}

	@Override
	public void afterPropertiesSet() {
		this.rotation.begin();
		ring();
	}

	/** The key that signs now, with its private part, key id and algorithm RS256. */
	public RSAKey signing() {
		return ring().signing(this.clock.instant()).key();
	}

	/** All published keys, public parts only. */
	public JWKSet published() {
		return new JWKSet(ring().newestFirst().stream().<JWK>map((key) -> key.key().toPublicJWK()).toList());
	}

	/** When the key that signs was made. */
	public Instant signingSince() {
		return ring().signing(this.clock.instant()).signsFrom();
	}

	/** After a change on this node. */
	void forget() {
		Known last = this.known;
		this.known = (last == null) ? null : new Known(last.ring(), this.ticker.read() - FRESH.toNanos());
	}

	/**
	 * One thread reads, and the others go on with what is known: while the database is
	 * away nobody waits for it.
	 */
	private KeyRing ring() {
		Known last = this.known;
		if (last == null) {
			KeyRing ring = this.rows.load();
			this.known = new Known(ring, this.ticker.read());
			return ring;
		}
		if (this.ticker.read() - last.at() < FRESH.toNanos() || !this.reading.tryLock()) {
			return last.ring();
		}
		try {
			KeyRing ring = loadOr(last.ring());
			this.known = new Known(ring, this.ticker.read());
			return ring;
		}
		finally {
			this.reading.unlock();
		}
	}

	/** While the database is away, the known keys do. */
	private KeyRing loadOr(KeyRing before) {
		try {
			KeyRing ring = this.rows.load();
			return ring.isEmpty() ? before : ring;
		}
		catch (RuntimeException ex) {
			// Only the class: nothing of a key may get into the log.
			log.warn("The keys can't be read, those read before are used: {}", ex.getClass().getName());
			return before;
		}
	}

	private record Known(KeyRing ring, long at) {
	}

	/** All keys of ours, and the rule which of them signs. */
	record KeyRing(List<ToolKey> newestFirst) {

		KeyRing {
			newestFirst = newestFirst.stream().sorted(Comparator.comparingInt(ToolKey::generation).reversed()).toList();
		}

		boolean isEmpty() {
			return this.newestFirst.isEmpty();
		}

		/** The youngest that need not wait any more. If all do, the oldest. */
		ToolKey signing(Instant now) {
			return this.newestFirst.stream()
				.filter((key) -> !key.isWaiting(now))
				.findFirst()
				.orElseGet(() -> this.newestFirst.get(this.newestFirst.size() - 1));
		}

		ToolKey newest() {
			return this.newestFirst.get(0);
		}

		/** When another took over; absent while none has. */
		Optional<Instant> replacedAt(ToolKey key, Instant now) {
			return this.newestFirst.stream()
				.filter((other) -> other.generation() > key.generation() && !other.isWaiting(now))
				.map(ToolKey::signsFrom)
				.min(Comparator.naturalOrder());
		}

		/** Those that another replaced longer ago than they are kept. */
		List<ToolKey> outlived(Instant now, Duration keep) {
			return this.newestFirst.stream()
				.filter((key) -> replacedAt(key, now).filter((replaced) -> !replaced.plus(keep).isAfter(now))
					.isPresent())
				.toList();
		}

	}

	/**
	 * One key of ours.
	 *
	 * @param generation counts up; unique, so that two nodes never make two keys at once
	 * @param key with its private part
	 * @param signsFrom from when on it signs, unless a younger one does
	 */
	record ToolKey(int generation, RSAKey key, Instant createdAt, Instant signsFrom) {

		String kid() {
			return this.key.getKeyID();
		}

		boolean isWaiting(Instant now) {
			return this.signsFrom.isAfter(now);
		}

		/** Without the key: records end up in logs. */
		@Override
		public String toString() {
			return "key " + this.generation;
		}

	}

}
