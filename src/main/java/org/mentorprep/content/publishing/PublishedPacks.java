package org.mentorprep.content.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.content.PublishedPackId;
import org.mentorprep.content.authoring.PackFiles;

/** The shelf: every version that was ever published. Only ever added to. */
@Repository
public class PublishedPacks {

	private static final String RELEASES = "SELECT id, pack_name, pack_version, hash, published_at FROM published_pack";

	private final JdbcClient jdbc;

	private final Clock clock;

	PublishedPacks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Optional<PackFiles> files(PublishedPackId id) {
		return this.jdbc.sql("SELECT files FROM published_pack WHERE id = ?")
			.param(id.value())
			.query((row, number) -> PackFiles.fromJson(row.getString("files")))
			.optional();
	}

	/** All of them, newest first. */
	List<Release> all() {
		return this.jdbc.sql(RELEASES + " ORDER BY published_at DESC, id").query((row, number) -> release(row)).list();
	}

	public Optional<Release> find(PublishedPackId id) {
		return this.jdbc.sql(RELEASES + " WHERE id = ?")
			.param(id.value())
			.query((row, number) -> release(row))
			.optional();
	}

	/** Every version of a pack, newest first. */
	List<Release> named(String name) {
		return this.jdbc.sql(RELEASES + " WHERE pack_name = ? ORDER BY published_at DESC, id")
			.param(name)
			.query((row, number) -> release(row))
			.list();
	}

	Optional<Release> withHash(String hash) {
		return this.jdbc.sql(RELEASES + " WHERE hash = ?").param(hash).query((row, number) -> release(row)).optional();
	}

	/**
	 * Puts files on the shelf if the same are not there yet. Must not run within a
	 * transaction: where another node was quicker, PostgreSQL would abort it.
	 */
	Release publish(String name, String version, PackFiles files) {
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

	private static Release release(ResultSet row) throws SQLException {
		return new Release(new PublishedPackId(row.getObject("id", UUID.class)), row.getString("pack_name"),
				row.getString("pack_version"), row.getString("hash").strip(),
				row.getObject("published_at", OffsetDateTime.class).toInstant());
	}

}
