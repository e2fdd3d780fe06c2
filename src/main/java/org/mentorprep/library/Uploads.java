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

/** Packs that passed the check and wait until the operator has looked at them. */
@Repository
public class Uploads {

	private final JdbcClient jdbc;

	private final Clock clock;

	Uploads(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Keeps an upload in place of an earlier one of the same name. */
	@Transactional
	public Upload keep(String name, String version, PackFiles files) {
		this.jdbc.sql("DELETE FROM pack_upload WHERE pack_name = ?").param(name).update();
		Upload upload = new Upload(UUID.randomUUID(), name, version, this.clock.instant());
		this.jdbc
			.sql("INSERT INTO pack_upload (id, pack_name, pack_version, files, uploaded_at) VALUES (?, ?, ?, ?, ?)")
			.params(upload.id(), name, version, files.toJson(), upload.at().atOffset(ZoneOffset.UTC))
			.update();
		return upload;
	}

	List<Upload> waiting() {
		return this.jdbc.sql("SELECT id, pack_name, pack_version, uploaded_at FROM pack_upload ORDER BY pack_name")
			.query((row, number) -> new Upload(row.getObject("id", UUID.class), row.getString("pack_name"),
					row.getString("pack_version"), row.getObject("uploaded_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	public Optional<PackFiles> files(UUID id) {
		return this.jdbc.sql("SELECT files FROM pack_upload WHERE id = ?")
			.param(id)
			.query((row, number) -> PackFiles.fromJson(row.getString("files")))
			.optional();
	}

	void discard(UUID id) {
		this.jdbc.sql("DELETE FROM pack_upload WHERE id = ?").param(id).update();
	}

	/** A pack that was uploaded and waits to be published, without its files. */
	public record Upload(UUID id, String name, String version, Instant at) {
	}

}
