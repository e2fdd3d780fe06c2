package org.mentorprep.diagnostic;

import java.time.Instant;
import java.util.List;

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

	/**
	 * All sittings of somebody in a module, the first one first: those that count, or
	 * practice alone.
	 */
	List<Sitting> of(PersonId person, boolean practice, ModuleId module) {
		return this.jdbc.sql("""
				SELECT sitting, pack, seed, given, known FROM diagnostic_sitting
				WHERE person = :person AND module = :module AND practice = :practice ORDER BY sitting""")
			.param("person", person)
			.param("practice", practice)
			.param("module", module)
			.query(Row.class)
			.list()
			.stream()
			.map(Row::asSitting)
			.toList();
	}

	/** The same in short, for pages that show no more of it. */
	Summary summary(PersonId person, boolean practice, ModuleId module) {
		return this.jdbc.sql("""
				SELECT COUNT(*) AS sittings, COUNT(CASE WHEN known THEN 1 END) AS known
				FROM diagnostic_sitting
				WHERE person = :person AND module = :module AND practice = :practice""")
			.param("person", person)
			.param("practice", practice)
			.param("module", module)
			.query(Summary.class)
			.single();
	}

	void keep(PersonId person, boolean practice, ModuleId module, Sitting sitting, Instant now) {
		this.jdbc.sql("""
				INSERT INTO diagnostic_sitting (person, module, practice, sitting, pack, seed, given, known,
				answered_at)
				VALUES (:person, :module, :practice, :sitting, :pack, :seed, :given, :known, :now)""")
			.param("person", person)
			.param("module", module)
			.param("practice", practice)
			.param("sitting", sitting.number())
			.param("pack", sitting.pack())
			.param("seed", sitting.seed())
			.param("given", JSON.writeValueAsString(sitting.given()))
			.param("known", sitting.known())
			.param("now", now)
			.update();
	}

	/** A sitting, what was given as JSON. */
	record Row(int sitting, PackVersionId pack, long seed, String given, boolean known) {

		Sitting asSitting() {
			return new Sitting(this.sitting, this.pack, this.seed,
					JSON.readValue(this.given, new TypeReference<List<Sitting.Response>>() {
					}), this.known);
		}

	}

	/**
	 * @param sittings how many there were
	 * @param known how many of them made the reading optional
	 */
	record Summary(int sittings, int known) {
	}

}
