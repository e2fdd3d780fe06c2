package org.mentorprep.library;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.pack.PackFiles;

/**
 * All published versions of packs, and which of them is active. Rows are only added,
 * never changed or deleted.
 */
@Repository
public class PackVersions {

	/** After this time at most every node works with the version that is active now. */
	private static final Duration DELAY = Duration.ofSeconds(2);

	private static final String ACTIVE = "active";

	private static final String VERSIONS = "SELECT id, name, version, hash, published_at FROM pack_version";

	private static final String ACTIVATIONS = "SELECT activation_number, pack, activated_by, activated_at FROM pack_activation";

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final Clock clock;

	private final Cache<String, Activation> active;

	@Autowired
	PackVersions(JdbcClient jdbc, Ledger ledger, Clock clock) {
		this(jdbc, ledger, clock, Ticker.systemTicker());
	}

	PackVersions(JdbcClient jdbc, Ledger ledger, Clock clock, Ticker ticker) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.clock = clock;
		this.active = Caffeine.newBuilder().expireAfterWrite(DELAY).ticker(ticker).build();
	}

	/**
	 * The activation in force, as of at most two seconds ago: every page needs it.
	 * Several requests may read it at once; none waits for another, which could hold the
	 * last database connection.
	 */
	public Activation active() {
		Activation known = this.active.getIfPresent(ACTIVE);
		if (known != null) {
			return known;
		}
		Activation newest = newest().orElseThrow(() -> new IllegalStateException("No version is active"));
		this.active.put(ACTIVE, newest);
		return newest;
	}

	/** The activation in force now; empty before the first. */
	Optional<Activation> newest() {
		return this.jdbc.sql(ACTIVATIONS + " ORDER BY activation_number DESC FETCH FIRST 1 ROWS ONLY")
			.query(Activation.class)
			.optional();
	}

	/** The version that is active now; empty before the first activation. */
	Optional<PackVersion> activeVersion() {
		return newest().flatMap((activation) -> find(activation.pack()));
	}

	/** Whether a version was active at any time. */
	boolean wasActive(PackVersionId id) {
		return this.jdbc.sql("SELECT COUNT(*) FROM pack_activation WHERE pack = :id")
			.param("id", id)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Makes a version the active one, and records it in the ledger.
	 * @param after the number of the activation that it follows; 0 if it is the first
	 * @throws DuplicateKeyException if another version was activated since
	 */
	@Transactional
	public void activate(PackVersion version, int after, Actor actor) {
		Optional<PackVersion> before = this.jdbc.sql(ACTIVATIONS + " WHERE activation_number = :after")
			.param("after", after)
			.query(Activation.class)
			.optional()
			.flatMap((activation) -> find(activation.pack()));
		this.jdbc.sql("""
				INSERT INTO pack_activation (activation_number, pack, activated_by, activated_at)
				VALUES (:activationNumber, :pack, :activatedBy, :activatedAt)""")
			.paramSource(new Activation(after + 1, version.id(), actor.kind(), this.clock.instant()))
			.update();
		this.ledger.record(actor,
				before.filter(version::isEarlierThan).isPresent() ? "content.rolled-back" : "content.published",
				version.title(), before.map(PackVersion::title).orElse(""));
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				PackVersions.this.active.invalidateAll();
			}
		});
	}

	Optional<PackFiles> files(PackVersionId id) {
		return this.jdbc.sql("SELECT files FROM pack_version WHERE id = :id")
			.param("id", id)
			.query(String.class)
			.optional()
			.map(PackFiles::fromJson);
	}

	/** The newest first. */
	List<PackVersion> all() {
		return this.jdbc.sql(VERSIONS + " ORDER BY published_at DESC, id").query(PackVersion.class).list();
	}

	Optional<PackVersion> find(PackVersionId id) {
		return this.jdbc.sql(VERSIONS + " WHERE id = :id").param("id", id).query(PackVersion.class).optional();
	}

	/** Every version of one pack, the newest first. */
	List<PackVersion> named(String name) {
		return this.jdbc.sql(VERSIONS + " WHERE name = :name ORDER BY published_at DESC, id")
			.param("name", name)
			.query(PackVersion.class)
			.list();
	}

	Optional<PackVersion> withHash(String hash) {
		return this.jdbc.sql(VERSIONS + " WHERE hash = :hash").param("hash", hash).query(PackVersion.class).optional();
	}

	/**
	 * Stores a version, unless the same files are stored already. Must not run within a
	 * transaction: where another node was quicker, PostgreSQL would abort it.
	 */
	PackVersion publish(String name, String version, PackFiles files) {
		String hash = files.hash();
		return withHash(hash).orElseGet(() -> {
			try {
				insert(new PackVersion(new PackVersionId(UUID.randomUUID()), name, version, hash, this.clock.instant()),
						files);
			}
			catch (DuplicateKeyException ex) {
				// Another node has stored the same files.
			}
			return withHash(hash).orElseThrow();
		});
	}

	private void insert(PackVersion version, PackFiles files) {
		this.jdbc.sql("""
				INSERT INTO pack_version (id, name, version, hash, files, published_at)
				VALUES (:id, :name, :version, :hash, :files, :publishedAt)""")
			.param("id", version.id())
			.param("name", version.name())
			.param("version", version.version())
			.param("hash", version.hash())
			.param("publishedAt", version.publishedAt())
			.param("files", files.toJson())
			.update();
	}

	/**
	 * That a version became the active one.
	 *
	 * @param activationNumber one higher with each activation
	 * @param activatedBy {@code tool} at a start, or {@code operator}
	 */
	public record Activation(int activationNumber, PackVersionId pack, String activatedBy, Instant activatedAt) {
	}

	/** One version of a pack, without its files. */
	public record PackVersion(PackVersionId id, String name, String version, String hash, Instant publishedAt) {

		/** Name and version, as people read them. */
		public String title() {
			return this.name + " " + this.version;
		}

		VersionNumber number() {
			return VersionNumber.of(this.version);
		}

		/** Whether both are versions of one pack, and this one has the lower number. */
		boolean isEarlierThan(PackVersion other) {
			return this.name.equals(other.name) && number().compareTo(other.number()) < 0;
		}

	}

	/**
	 * The version of a pack, as a number that can be compared (Semantic Versioning 2.0.0,
	 * section 2, without labels).
	 */
	record VersionNumber(long major, long minor, long patch) implements Comparable<VersionNumber> {

		private static final Comparator<VersionNumber> ORDER = Comparator.comparingLong(VersionNumber::major)
			.thenComparingLong(VersionNumber::minor)
			.thenComparingLong(VersionNumber::patch);

		/** Lowest of all if the text is no version, as versions of long ago may be. */
		static VersionNumber of(String version) {
			if (!version.matches("[0-9]{1,18}\\.[0-9]{1,18}\\.[0-9]{1,18}")) {
				return new VersionNumber(0, 0, 0);
			}
			String[] parts = version.split("\\.");
			return new VersionNumber(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
		}

		/** The lowest number that says that so much changed since this one. */
		VersionNumber next(PackDiff.Weight weight) {
			return switch (weight) {
				case MAJOR -> new VersionNumber(this.major + 1, 0, 0);
				case MINOR -> new VersionNumber(this.major, this.minor + 1, 0);
				case PATCH -> new VersionNumber(this.major, this.minor, this.patch + 1);
			};
		}

		@Override
		public int compareTo(VersionNumber other) {
			return ORDER.compare(this, other);
		}

		@Override
		public String toString() {
			return this.major + "." + this.minor + "." + this.patch;
		}

	}

}
