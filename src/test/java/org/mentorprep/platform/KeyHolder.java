package org.mentorprep.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;

import static org.mockito.Mockito.mock;

/** One node of the tool, as far as it has to do with our keys. */
final class KeyHolder {

	static final Duration AHEAD = Duration.ofHours(24);

	static final Duration KEEP = Duration.ofDays(7);

	static final Duration EVERY = Duration.ofDays(180);

	/** Made once: RSA keys take long. */
	private static final List<RSAKey> MADE = Stream.generate(new KeyRotation(null, null, null, null, null)::newKey)
		.limit(8)
		.toList();

	private static final AtomicInteger TAKEN = new AtomicInteger();

	final Ledger ledger = mock(Ledger.class);

	final KeyRotation rotation;

	private final ToolKeyRepository rows;

	private final KeysProperties properties;

	private final Clock clock;

	final ToolKeys keys;

	private KeyHolder(MigratedDatabase database, KeysProperties properties, Clock clock) {
		this.rows = new ToolKeyRepository(database.jdbc(), properties);
		this.properties = properties;
		this.clock = clock;
		this.rotation = new KeyRotation(this.rows, properties, database.transaction(), this.ledger, clock) {

			@Override
			RSAKey newKey() {
				return MADE.get(TAKEN.getAndIncrement() % MADE.size());
			}

		};
		this.keys = new ToolKeys(this.rows, this.rotation, clock,
				() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
		this.keys.afterPropertiesSet();
	}

	KeysController controller() {
		return new KeysController(this.rows, this.rotation, this.keys, this.properties, this.clock);
	}

	static KeyHolder started(MigratedDatabase database, Clock clock) {
		return started(database, clock, null);
	}

	static KeyHolder started(MigratedDatabase database, Clock clock, String secret) {
		return new KeyHolder(database, new KeysProperties(secret, AHEAD, KEEP, EVERY), clock);
	}

	/** By hand, on this node. */
	boolean make() {
		boolean made = this.rotation.make(Actor.operator());
		this.keys.forget();
		return made;
	}

	boolean withdraw(String kid) {
		boolean withdrawn = this.rotation.withdraw(Actor.operator(), kid);
		this.keys.forget();
		return withdrawn;
	}

	/** As the schedule would. */
	void turn() {
		this.rotation.turn();
		this.keys.forget();
	}

	String signing() {
		return this.keys.signing().getKeyID();
	}

	/** Newest first. */
	List<String> published() {
		return this.keys.published().getKeys().stream().map(JWK::getKeyID).toList();
	}

}
