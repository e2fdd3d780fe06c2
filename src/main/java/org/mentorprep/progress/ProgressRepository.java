package org.mentorprep.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.launch.PersonId;

/** The rows of completions: one a person and module, and one a person and programme. */
@Repository
class ProgressRepository {

	private final JdbcClient jdbc;

	ProgressRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Completion find(PersonId person, ModuleId module) {
		return find("completion", "module", person, module.value());
	}

	Completion find(PersonId person, ProgrammeId programme) {
		return find("programme_completion", "programme", person, programme.value());
	}

	/** What is kept of all modules of a person, by module. */
	Map<ModuleId, Completion> ofModules(PersonId person) {
		Map<ModuleId, Completion> kept = new HashMap<>();
		this.jdbc.sql("SELECT module, points, completed_at, pack FROM completion WHERE person = ?")
			.param(person.value())
			.query((row) -> {
				kept.put(new ModuleId(row.getString("module")), completion(row));
			});
		return kept;
	}

	/**
	 * Writes the row anew or changes it. Safe only while the person is locked, as there
	 * is no upsert that both databases know.
	 */
	void keep(PersonId person, ModuleId module, Completion completion, Instant now) {
		keep("completion", "module", person, module.value(), completion, now);
	}

	/** The same of a programme. */
	void keep(PersonId person, ProgrammeId programme, Completion completion, Instant now) {
		keep("programme_completion", "programme", person, programme.value(), completion, now);
	}

	private Completion find(String table, String what, PersonId person, String id) {
		return this.jdbc
			.sql("SELECT points, completed_at, pack FROM " + table + " WHERE person = :person AND " + what + " = :id")
			.param("person", person.value())
			.param("id", id)
			.query((row, number) -> completion(row))
			.optional()
			.orElse(Completion.NONE);
	}

	private void keep(String table, String what, PersonId person, String id, Completion completion, Instant now) {
		if (write("UPDATE " + table + """
				 SET points = :points, completed_at = :completed, pack = :pack, changed_at = :now
				WHERE person = :person AND\s""" + what + " = :id", person, id, completion, now) == 0) {
			write("INSERT INTO " + table + " (person, " + what + """
					, points, completed_at, pack, changed_at)
					VALUES (:person, :id, :points, :completed, :pack, :now)""", person, id, completion, now);
		}
	}

	private int write(String sql, PersonId person, String id, Completion completion, Instant now) {
		Instant completedAt = completion.completedAt();
		PackVersionId pack = completion.pack();
		return this.jdbc.sql(sql)
			.param("person", person.value())
			.param("id", id)
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
				(pack != null) ? new PackVersionId(pack) : null);
	}

}
