package org.mentorprep.library;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.pack.PackFiles;

/** Packs that the operator uploaded and has not published: all of them passed the check. */
@Repository
public class Uploads {

	private final JdbcClient jdbc;

	private final Clock clock;

	Uploads(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Stores an upload in place of an earlier one of the same name. */
	@Transactional
	public Upload keep(String name, String version, PackFiles files) {
		this.jdbc.sql("DELETE FROM pack_upload WHERE name = ?").param(name).update();
		Upload upload = new Upload(UUID.randomUUID(), name, version, this.clock.instant());
		this.jdbc.sql("INSERT INTO pack_upload (id, name, version, files, uploaded_at) VALUES (?, ?, ?, ?, ?)")
			.params(upload.id(), name, version, files.toJson(), upload.uploadedAt().atOffset(ZoneOffset.UTC))
			.update();
		return upload;
	}

	List<Upload> all() {
		return this.jdbc.sql("SELECT id, name, version, uploaded_at FROM pack_upload ORDER BY name")
			.query((row, number) -> new Upload(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("version"), row.getObject("uploaded_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	Optional<PackFiles> files(UUID id) {
		return this.jdbc.sql("SELECT files FROM pack_upload WHERE id = ?")
			.param(id)
			.query((row, number) -> PackFiles.fromJson(row.getString("files")))
			.optional();
	}

	void discard(UUID id) {
		this.jdbc.sql("DELETE FROM pack_upload WHERE id = ?").param(id).update();
	}

	/** An uploaded pack, without its files. */
	public record Upload(UUID id, String name, String version, Instant uploadedAt) {
	}

}
