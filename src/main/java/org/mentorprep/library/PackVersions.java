package org.mentorprep.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.content.PackVersionId;
import org.mentorprep.pack.PackFiles;

/** The shelf: every version that was ever published. Only ever added to. */
@Repository
public class PackVersions {

	private static final String RELEASES = "SELECT id, pack_name, pack_version, hash, published_at FROM published_pack";

	private final JdbcClient jdbc;

	private final Clock clock;

	PackVersions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Optional<PackFiles> files(PackVersionId id) {
		return this.jdbc.sql("SELECT files FROM published_pack WHERE id = ?")
			.param(id.value())
			.query((row, number) -> PackFiles.fromJson(row.getString("files")))
			.optional();
	}

	/** All of them, newest first. */
	List<PackVersion> all() {
		return this.jdbc.sql(RELEASES + " ORDER BY published_at DESC, id").query((row, number) -> release(row)).list();
	}

	public Optional<PackVersion> find(PackVersionId id) {
		return this.jdbc.sql(RELEASES + " WHERE id = ?")
			.param(id.value())
			.query((row, number) -> release(row))
			.optional();
	}

	/** Every version of a pack, newest first. */
	List<PackVersion> named(String name) {
		return this.jdbc.sql(RELEASES + " WHERE pack_name = ? ORDER BY published_at DESC, id")
			.param(name)
			.query((row, number) -> release(row))
			.list();
	}

	Optional<PackVersion> withHash(String hash) {
		return this.jdbc.sql(RELEASES + " WHERE hash = ?").param(hash).query((row, number) -> release(row)).optional();
	}

	/**
	 * Puts files on the shelf if the same are not there yet. Must not run within a
	 * transaction: where another node was quicker, PostgreSQL would abort it.
	 */
	PackVersion publish(String name, String version, PackFiles files) {
		String hash = files.hash();
		return withHash(hash).orElseGet(() -> {
			try {
				insert(name, version, hash, files);
			}
			catch (DuplicateKeyException ex) {
				// It is there now, and that is all we want.
			}
			return withHash(hash).orElseThrow();
		});
	}

	private void insert(String name, String version, String hash, PackFiles files) {
		this.jdbc.sql("""
				INSERT INTO published_pack (id, pack_name, pack_version, hash, files, published_at)
				VALUES (?, ?, ?, ?, ?, ?)""")
			.params(UUID.randomUUID(), name, version, hash, files.toJson(),
					this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	private static PackVersion release(ResultSet row) throws SQLException {
		return new PackVersion(new PackVersionId(row.getObject("id", UUID.class)), row.getString("pack_name"),
				row.getString("pack_version"), row.getString("hash").strip(),
				row.getObject("published_at", OffsetDateTime.class).toInstant());
	}

	/**
	 * Which version is in use.
	 *
	 * @param number grows with each choice
	 * @param by {@code tool} at a start, or {@code operator}
	 */
	public record Activation(int number, PackVersionId pack, String by, Instant at) {
	}

	/** One version on the shelf, without its files. */
	public record PackVersion(PackVersionId id, String name, String version, String hash, Instant publishedAt) {

		ReleaseNumber number() {
			return ReleaseNumber.of(this.version);
		}

	}

	/**
	 * The version of a pack, as a number that can be compared (Semantic Versioning 2.0.0,
	 * section 2, without labels).
	 */
	record ReleaseNumber(long major, long minor, long patch) implements Comparable<ReleaseNumber> {

		private static final Comparator<ReleaseNumber> ORDER = Comparator.comparingLong(ReleaseNumber::major)
			.thenComparingLong(ReleaseNumber::minor)
			.thenComparingLong(ReleaseNumber::patch);

		/** Lowest of all if the text is no version, as versions of long ago may be. */
		static ReleaseNumber of(String version) {
			if (!version.matches("[0-9]{1,18}\\.[0-9]{1,18}\\.[0-9]{1,18}")) {
				return new ReleaseNumber(0, 0, 0);
			}
			String[] parts = version.split("\\.");
			return new ReleaseNumber(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
		}

		/** The lowest number that says that so much changed since this one. */
		ReleaseNumber next(PackChange.Weight weight) {
			return switch (weight) {
				case MAJOR -> new ReleaseNumber(this.major + 1, 0, 0);
				case MINOR -> new ReleaseNumber(this.major, this.minor + 1, 0);
				case PATCH -> new ReleaseNumber(this.major, this.minor, this.patch + 1);
			};
		}

		@Override
		public int compareTo(ReleaseNumber other) {
			return ORDER.compare(this, other);
		}

		@Override
		public String toString() {
			return this.major + "." + this.minor + "." + this.patch;
		}

	}

}
