package org.mentorprep.diagnostic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.launch.PersonId;

/** The rows of what was handed in. Every question and every change names the person. */
@Repository
class SittingRepository {

	/** Apart from the web's own, whose settings may change while rows must not. */
	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	SittingRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All sittings of somebody in a module, the first one first. */
	List<Sitting> of(PersonId person, ModuleId module) {
		return this.jdbc.sql("""
				SELECT sitting, pack, seed, given, known FROM diagnostic_sitting
				WHERE person = :person AND module = :module ORDER BY sitting""")
			.param("person", person.value())
			.param("module", module.value())
			.query((row, number) -> sitting(row))
			.list();
	}

	/** The same in short, for pages that show no more of it. */
	Summary summary(PersonId person, ModuleId module) {
		return this.jdbc.sql("""
				SELECT COUNT(*) AS sittings, COUNT(CASE WHEN known THEN 1 END) AS known
				FROM diagnostic_sitting WHERE person = :person AND module = :module""")
			.param("person", person.value())
			.param("module", module.value())
			.query((row, number) -> new Summary(row.getInt("sittings"), row.getInt("known") > 0))
			.single();
	}

	void keep(PersonId person, ModuleId module, Sitting sitting, Instant now) {
		this.jdbc.sql("""
				INSERT INTO diagnostic_sitting (person, module, sitting, pack, seed, given, known, answered_at)
				VALUES (:person, :module, :sitting, :pack, :seed, :given, :known, :now)""")
			.param("person", person.value())
			.param("module", module.value())
			.param("sitting", sitting.number())
			.param("pack", sitting.pack().value())
			.param("seed", sitting.seed())
			.param("given", JSON.writeValueAsString(sitting.given()))
			.param("known", sitting.known())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	private static Sitting sitting(ResultSet row) throws SQLException {
		return new Sitting(row.getInt("sitting"), new PackVersionId(row.getObject("pack", UUID.class)),
				row.getLong("seed"),
				JSON.readValue(row.getString("given"), new TypeReference<List<Sitting.Response>>() {
				}), row.getBoolean("known"));
	}

	/**
	 * @param number how many sittings there were
	 * @param known whether one of them made the reading optional
	 */
	record Summary(int number, boolean known) {
	}

}
