package org.mentorprep.library;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.CanonicalUuid;
import org.mentorprep.pack.PackFiles;

/**
 * Packs that the operator uploaded and has not published: all of them passed the check.
 */
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
		this.jdbc.sql("DELETE FROM pack_upload WHERE name = :name").param("name", name).update();
		Upload upload = new Upload(new UploadId(UUID.randomUUID()), name, version, this.clock.instant());
		this.jdbc.sql("""
				INSERT INTO pack_upload (id, name, version, files, uploaded_at)
				VALUES (:id, :name, :version, :files, :uploadedAt)""")
			.param("id", upload.id())
			.param("name", name)
			.param("version", version)
			.param("uploadedAt", upload.uploadedAt())
			.param("files", files.toJson())
			.update();
		return upload;
	}

	List<Upload> all() {
		return this.jdbc.sql("SELECT id, name, version, uploaded_at FROM pack_upload ORDER BY name")
			.query(Upload.class)
			.list();
	}

	Optional<PackFiles> files(UploadId id) {
		return this.jdbc.sql("SELECT files FROM pack_upload WHERE id = :id")
			.param("id", id)
			.query(String.class)
			.optional()
			.map(PackFiles::fromJson);
	}

	void discard(UploadId id) {
		this.jdbc.sql("DELETE FROM pack_upload WHERE id = :id").param("id", id).update();
	}

	/** An uploaded pack, without its files. */
	public record Upload(UploadId id, String name, String version, Instant uploadedAt) {
	}

	/** Names one upload. */
	public record UploadId(UUID value) {

		/**
		 * The id as a URL holds it.
		 * @throws IllegalArgumentException if the text is none
		 */
		public static UploadId of(String text) {
			return new UploadId(CanonicalUuid.of(text));
		}

		@Override
		public String toString() {
			return this.value.toString();
		}

	}

}
