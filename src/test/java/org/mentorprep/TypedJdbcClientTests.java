package org.mentorprep;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.PersonId;
import org.mentorprep.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The database client takes and gives our own types, on both databases. */
@Tag("database")
class TypedJdbcClientTests {

	private static final Row FULL = new Row(new PersonId(UUID.randomUUID()), new ModuleId("judgementoring"),
			Instant.parse("2026-11-30T12:34:56.123456Z"), URI.create("https://lms.example/lineitem?type_id=1"),
			CourseRole.STAFF, 7, true);

	private static final Row BARE = new Row(new PersonId(UUID.randomUUID()), new ModuleId("questioning"), null, null,
			null, 0, false);

	private final HikariDataSource dataSource = new HikariDataSource();

	private JdbcClient jdbc;

	@BeforeEach
	void table() {
		var properties = TestDatabase.fresh();
		this.dataSource.setJdbcUrl(properties.get("spring.datasource.url"));
		this.dataSource.setUsername(properties.getOrDefault("spring.datasource.username", "sa"));
		this.dataSource.setPassword(properties.getOrDefault("spring.datasource.password", ""));
		this.jdbc = TypedJdbcClient.of(this.dataSource);
		this.jdbc.sql("""
				CREATE TABLE typed (person_id UUID PRIMARY KEY, module VARCHAR(60) NOT NULL,
				completed_at TIMESTAMP WITH TIME ZONE, line_item VARCHAR(200), course_role VARCHAR(20),
				points INT NOT NULL, passed BOOLEAN NOT NULL)""").update();
		insert(FULL);
		insert(BARE);
	}

	@AfterEach
	void close() {
		this.dataSource.close();
	}

	@Test
	void recordComesBackAsItWasWritten() {
		assertThat(find(FULL.personId())).contains(FULL);
	}

	@Test
	void absentValuesComeBackAbsent() {
		assertThat(find(BARE.personId())).contains(BARE);
	}

	@Test
	void listOfIdsIsAParameter() {
		assertThat(this.jdbc.sql("SELECT * FROM typed WHERE person_id IN (:people) ORDER BY points")
			.param("people", List.of(FULL.personId(), BARE.personId()))
			.query(Row.class)
			.list()).containsExactly(BARE, FULL);
	}

	@Test
	void momentsAndEnumsAreParameters() {
		assertThat(this.jdbc.sql("SELECT person_id FROM typed WHERE completed_at = :at AND course_role = :role")
			.param("at", FULL.completedAt())
			.param("role", CourseRole.STAFF)
			.query(UUID.class)
			.single()).isEqualTo(FULL.personId().value());
	}

	private Optional<Row> find(PersonId person) {
		return this.jdbc.sql("SELECT * FROM typed WHERE person_id = :person")
			.param("person", person)
			.query(Row.class)
			.optional();
	}

	private void insert(Row row) {
		this.jdbc.sql("""
				INSERT INTO typed (person_id, module, completed_at, line_item, course_role, points, passed)
				VALUES (:personId, :module, :completedAt, :lineItem, :courseRole, :points, :passed)""")
			.paramSource(row)
			.update();
	}

	record Row(PersonId personId, ModuleId module, @Nullable Instant completedAt, @Nullable URI lineItem,
			@Nullable CourseRole courseRole, int points, boolean passed) {
	}

}
