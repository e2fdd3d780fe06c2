package org.mentorprep.content;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.mentorprep.content.authoring.PackFiles;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf: every version that was ever published. Only ever added to. */
@Repository
class PublishedPacks {

	private final JdbcClient jdbc;

	private final Clock clock;

	PublishedPacks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<PackFiles> files(PublishedPackId id) {
		return this.jdbc.sql("SELECT files FROM published_pack WHERE id = ?")
			.param(id.value())
			.query((row, number) -> PackFiles.fromJson(row.getString("files")))
			.optional();
	}

	/**
	 * Puts files on the shelf if the same are not there yet. Must not run within a
	 * transaction: where another node was quicker, PostgreSQL would abort it.
	 */
	PublishedPackId publish(String name, String version, PackFiles files) {
		String hash = files.hash();
		return byHash(hash).orElseGet(() -> {
			try {
				return insert(name, version, hash, files);
			}
			catch (DuplicateKeyException ex) {
				return byHash(hash).orElseThrow(() -> ex);
			}
		});
	}

	private Optional<PublishedPackId> byHash(String hash) {
		return this.jdbc.sql("SELECT id FROM published_pack WHERE hash = ?")
			.param(hash)
			.query(UUID.class)
			.optional()
			.map(PublishedPackId::new);
	}

	private PublishedPackId insert(String name, String version, String hash, PackFiles files) {
		PublishedPackId id = new PublishedPackId(UUID.randomUUID());
		this.jdbc.sql("""
				INSERT INTO published_pack (id, pack_name, pack_version, hash, files, published_at)
				VALUES (?, ?, ?, ?, ?, ?)""")
			.params(id.value(), name, version, hash, files.toJson(), this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return id;
	}

}
