package org.mentorprep.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.progress.Progress.Mentor;

/**
 * The rows of progress: one a person and module, one a person and programme. They are
 * written only while the person is locked, as there is no upsert that both databases
 * know.
 */
@Repository
class ProgressRepository {

	/** Apart from the web's own, whose settings may change while rows must not. */
	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	private final Clock clock;

	ProgressRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<ModuleProgress> module(PersonId person, ModuleId module) {
		return this.jdbc.sql("SELECT * FROM module_progress WHERE person = :person AND module = :module")
			.param("person", person.value())
			.param("module", module.value())
			.query(ProgressRepository::module)
			.optional();
	}

	/** All modules of a person in which something was begun. */
	Map<ModuleId, ModuleProgress> modules(PersonId person) {
		Map<ModuleId, ModuleProgress> modules = new HashMap<>();
		this.jdbc.sql("SELECT * FROM module_progress WHERE person = :person")
			.param("person", person.value())
			.query(ProgressRepository::module)
			.list()
			.forEach((module) -> modules.put(module.module(), module));
		return modules;
	}

	Optional<ProgrammeProgress> programme(PersonId person, ProgrammeId programme) {
		return this.jdbc.sql("SELECT * FROM programme_progress WHERE person = :person AND programme = :programme")
			.param("person", person.value())
			.param("programme", programme.value())
			.query(ProgressRepository::programme)
			.optional();
	}

	/** All programmes of a person in which a mandatory module was begun. */
	Map<ProgrammeId, ProgrammeProgress> programmes(PersonId person) {
		Map<ProgrammeId, ProgrammeProgress> programmes = new HashMap<>();
		this.jdbc.sql("SELECT * FROM programme_progress WHERE person = :person")
			.param("person", person.value())
			.query(ProgressRepository::programme)
			.list()
			.forEach((programme) -> programmes.put(programme.programme(), programme));
		return programmes;
	}

	/**
	 * @param fresh whether there is no row yet
	 */
	void save(PersonId person, ModuleProgress progress, boolean fresh) {
		StatementSpec statement = this.jdbc.sql(fresh ? """
				INSERT INTO module_progress (person, module, state, points, completed_at, version, started_at,
				active_on, required, passed, help_wanted, tasks, counted_on, changed_at)
				VALUES (:person, :id, :state, :points, :completedAt, :version, :startedAt,
				:activeOn, :required, :passed, :helpWanted, :tasks, :countedOn, :now)""" : """
				UPDATE module_progress SET state = :state, points = :points, completed_at = :completedAt,
				version = :version, started_at = :startedAt, active_on = :activeOn, required = :required,
				passed = :passed, help_wanted = :helpWanted, tasks = :tasks, counted_on = :countedOn,
				changed_at = :now
				WHERE person = :person AND module = :id""");
		kept(statement, person, progress.points(), progress.completedAt(), progress.version())
			.param("id", progress.module().value())
			.param("state", progress.state().name())
			.param("startedAt", at(progress.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("activeOn", at(progress.activeOn()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("required", progress.required())
			.param("passed", progress.passed())
			.param("helpWanted", progress.helpWanted())
			.param("tasks", JSON.writeValueAsString(progress.tasks()))
			.param("countedOn", progress.countedOn().value())
			.update();
	}

	/**
	 * @param fresh whether there is no row yet
	 */
	void save(PersonId person, ProgrammeProgress progress, boolean fresh) {
		StatementSpec statement = this.jdbc.sql(fresh ? """
				INSERT INTO programme_progress (person, programme, state, points, completed_at, version, active_on,
				required, completed, tried, open_modules, help_wanted, counted_on, changed_at)
				VALUES (:person, :id, :state, :points, :completedAt, :version, :activeOn,
				:required, :completed, :tried, :open, :helpWanted, :countedOn, :now)""" : """
				UPDATE programme_progress SET state = :state, points = :points, completed_at = :completedAt,
				version = :version, active_on = :activeOn, required = :required, completed = :completed,
				tried = :tried, open_modules = :open, help_wanted = :helpWanted, counted_on = :countedOn,
				changed_at = :now
				WHERE person = :person AND programme = :id""");
		kept(statement, person, progress.points(), progress.completedAt(), progress.version())
			.param("id", progress.programme().value())
			.param("state", progress.state().name())
			.param("activeOn", at(progress.activeOn()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("required", progress.modules())
			.param("completed", progress.modules() - progress.open().size())
			.param("tried", progress.touched())
			.param("open", String.join(" ", progress.open().stream().map(ModuleId::value).toList()))
			.param("helpWanted", progress.helpWanted())
			.param("countedOn", progress.countedOn().value())
			.update();
	}

	/** What both have that only ever rises. */
	private StatementSpec kept(StatementSpec statement, PersonId person, int points, @Nullable Instant completedAt,
			@Nullable PackVersionId version) {
		return statement.param("person", person.value())
			.param("points", points)
			.param("completedAt", at(completedAt), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("version", (version != null) ? version.value() : null, Types.OTHER)
			.param("now", at(this.clock.instant()));
	}

	/** Some people with rows that were counted by another version. */
	List<PersonId> countedOnOthers(PackVersionId version, int most) {
		// Two ranges of an index: a single <> would read the whole table.
		String sql = Stream.of("module_progress", "programme_progress")
			.flatMap((table) -> Stream.of("<", ">")
				.map((other) -> "(SELECT person FROM " + table + " WHERE counted_on " + other
						+ " :version FETCH FIRST :most ROWS ONLY)"))
			.reduce((one, next) -> one + " UNION ALL " + next)
			.orElseThrow();
		return this.jdbc.sql(sql)
			.param("version", version.value())
			.param("most", most)
			.query(UUID.class)
			.list()
			.stream()
			.distinct()
			.limit(most)
			.map(PersonId::new)
			.toList();
	}

	/** Learners of a link's course for whom help is wanted in some modules, by name. */
	List<Mentor> helpWanted(LinkId link, Collection<ModuleId> modules, int after, int most) {
		return this.jdbc.sql("""
				SELECT n.id, COALESCE(n.name, '') AS called FROM learner n
				WHERE n.id IN (SELECT e.learner FROM resource_link here
				    JOIN resource_link l ON l.id = here.id OR l.context = here.context
				    JOIN enrolment e ON e.resource_link = l.id AND e.role = :role
				    WHERE here.id = :link)
				AND EXISTS (SELECT 1 FROM module_progress p
				    WHERE p.person = n.person AND p.help_wanted AND p.module IN (:modules))
				ORDER BY called, n.id OFFSET :after ROWS FETCH FIRST :most ROWS ONLY""")
			.param("role", CourseRole.LEARNER.name())
			.param("link", link.value())
			.param("modules", modules.stream().map(ModuleId::value).toList())
			.param("after", after)
			.param("most", most)
			.query((row, number) -> new Mentor(new LearnerId(uuid(row, "id")), row.getString("called")))
			.list();
	}

	private static ModuleProgress module(ResultSet row, int number) throws SQLException {
		return new ModuleProgress(new ModuleId(row.getString("module")), row.getInt("points"),
				instant(row, "completed_at"), version(row), instant(row, "started_at"), instant(row, "active_on"),
				JSON.readValue(row.getString("tasks"), new TypeReference<List<TaskProgress>>() {
				}), new PackVersionId(uuid(row, "counted_on")));
	}

	private static ProgrammeProgress programme(ResultSet row, int number) throws SQLException {
		List<ModuleId> open = Stream.of(row.getString("open_modules").split(" "))
			.filter((module) -> !module.isEmpty())
			.map(ModuleId::new)
			.toList();
		return new ProgrammeProgress(new ProgrammeId(row.getString("programme")), row.getInt("points"),
				instant(row, "completed_at"), version(row), instant(row, "active_on"), row.getInt("required"),
				row.getInt("tried"), open, row.getBoolean("help_wanted"), new PackVersionId(uuid(row, "counted_on")));
	}

	private static @Nullable PackVersionId version(ResultSet row) throws SQLException {
		UUID version = row.getObject("version", UUID.class);
		return (version != null) ? new PackVersionId(version) : null;
	}

	private static UUID uuid(ResultSet row, String column) throws SQLException {
		return row.getObject(column, UUID.class);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
