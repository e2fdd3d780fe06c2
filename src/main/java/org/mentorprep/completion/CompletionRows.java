package org.mentorprep.completion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PublishedPackId;
import org.mentorprep.launch.PersonId;

/** The rows of completions: one a person and module. */
@Repository
class CompletionRows {

	private final JdbcClient jdbc;

	CompletionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Completion find(PersonId person, ModuleId module) {
		return this.jdbc.sql("""
				SELECT points, completed_at, pack FROM completion
				WHERE person = :person AND module = :module""")
			.param("person", person.value())
			.param("module", module.value())
			.query((row, number) -> completion(row))
			.optional()
			.orElse(Completion.NONE);
	}

	/**
	 * Writes the row anew or changes it. Safe only while the person is locked, as there
	 * is no upsert that both databases know.
	 */
	void keep(PersonId person, ModuleId module, Completion completion, Instant now) {
		if (write("""
				UPDATE completion SET points = :points, completed_at = :completed, pack = :pack, changed_at = :now
				WHERE person = :person AND module = :module""", person, module, completion, now) == 0) {
			write("""
					INSERT INTO completion (person, module, points, completed_at, pack, changed_at)
					VALUES (:person, :module, :points, :completed, :pack, :now)""", person, module, completion, now);
		}
	}

	private int write(String sql, PersonId person, ModuleId module, Completion completion, Instant now) {
		Instant completedAt = completion.completedAt();
		PublishedPackId pack = completion.pack();
		return this.jdbc.sql(sql)
			.param("person", person.value())
			.param("module", module.value())
			.param("points", completion.points())
			.param("completed", (completedAt != null) ? completedAt.atOffset(ZoneOffset.UTC) : null,
					Types.TIMESTAMP_WITH_TIMEZONE)
			.param("pack", (pack != null) ? pack.value() : null, Types.OTHER)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	private static Completion completion(ResultSet row) throws SQLException {
		OffsetDateTime completedAt = row.getObject("completed_at", OffsetDateTime.class);
		UUID pack = row.getObject("pack", UUID.class);
		return new Completion(row.getInt("points"), (completedAt != null) ? completedAt.toInstant() : null,
				(pack != null) ? new PublishedPackId(pack) : null);
	}

}
