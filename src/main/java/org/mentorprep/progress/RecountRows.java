package org.mentorprep.progress;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.PersonId;

/** How far each recount has come, so that it goes on where it was stopped. */
@Repository
class RecountRows {

	private final JdbcClient jdbc;

	RecountRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether a recount is over; empty if it has not begun. */
	Optional<Boolean> finished(int edition) {
		return this.jdbc.sql("SELECT finished_at IS NOT NULL FROM recount WHERE activation_number = ?")
			.param(edition)
			.query(Boolean.class)
			.optional();
	}

	void begin(int edition) {
		this.jdbc.sql("INSERT INTO recount (activation_number) VALUES (?)").param(edition).update();
	}

	/**
	 * Takes the recount in hand until the transaction ends; empty if there is nothing to
	 * do or another node does it.
	 */
	Optional<Place> claim(int edition) {
		return this.jdbc.sql("""
				SELECT after_person FROM recount WHERE activation_number = ? AND finished_at IS NULL
				FOR UPDATE SKIP LOCKED""")
			.param(edition)
			.query((row, number) -> new Place(row.getObject("after_person", UUID.class)))
			.optional();
	}

	/** People with an open result, those of lower ids left out. */
	List<PersonId> open(@Nullable PersonId after, int most) {
		String beyond = (after != null) ? "AND person > :after" : "";
		JdbcClient.StatementSpec query = this.jdbc
			.sql("SELECT DISTINCT person FROM completion WHERE completed_at IS NULL " + beyond
					+ " ORDER BY person FETCH FIRST :most ROWS ONLY")
			.param("most", most);
		return ((after != null) ? query.param("after", after.value()) : query).query(UUID.class)
			.list()
			.stream()
			.map(PersonId::new)
			.toList();
	}

	List<ModuleId> openModules(PersonId person) {
		return this.jdbc.sql("SELECT module FROM completion WHERE person = ? AND completed_at IS NULL ORDER BY module")
			.param(person.value())
			.query(String.class)
			.list()
			.stream()
			.map(ModuleId::new)
			.toList();
	}

	void reached(int edition, @Nullable PersonId person, @Nullable Instant finished) {
		this.jdbc.sql(
				"UPDATE recount SET after_person = :person, finished_at = :finished WHERE activation_number = :edition")
			.param("person", (person != null) ? person.value() : null, Types.OTHER)
			.param("finished", (finished != null) ? finished.atOffset(ZoneOffset.UTC) : null,
					Types.TIMESTAMP_WITH_TIMEZONE)
			.param("edition", edition)
			.update();
	}

	/**
	 * The last person counted.
	 *
	 * @param person absent at the beginning
	 */
	record Place(@Nullable UUID person) {

		@Nullable PersonId after() {
			return (this.person != null) ? new PersonId(this.person) : null;
		}

	}

}
