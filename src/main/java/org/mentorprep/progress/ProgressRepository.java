package org.mentorprep.progress;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.launch.CourseRole;
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
			.param("person", person)
			.param("module", module)
			.query(ModuleRow.class)
			.optional()
			.map(ModuleRow::progress);
	}

	/** All modules of a person in which something was begun. */
	Map<ModuleId, ModuleProgress> modules(PersonId person) {
		return this.jdbc.sql("SELECT * FROM module_progress WHERE person = :person")
			.param("person", person)
			.query(ModuleRow.class)
			.list()
			.stream()
			.map(ModuleRow::progress)
			.collect(Collectors.toMap(ModuleProgress::module, (progress) -> progress, (one, other) -> one,
					HashMap::new));
	}

	Optional<ProgrammeProgress> programme(PersonId person, ProgrammeId programme) {
		return this.jdbc.sql("SELECT * FROM programme_progress WHERE person = :person AND programme = :programme")
			.param("person", person)
			.param("programme", programme)
			.query(ProgrammeRow.class)
			.optional()
			.map(ProgrammeRow::progress);
	}

	/** All programmes of a person in which a mandatory module was begun. */
	Map<ProgrammeId, ProgrammeProgress> programmes(PersonId person) {
		return this.jdbc.sql("SELECT * FROM programme_progress WHERE person = :person")
			.param("person", person)
			.query(ProgrammeRow.class)
			.list()
			.stream()
			.map(ProgrammeRow::progress)
			.collect(Collectors.toMap(ProgrammeProgress::programme, (progress) -> progress, (one, other) -> one,
					HashMap::new));
	}

	/**
	 * Adds the row or changes it.
	 * @param fresh whether there is none yet
	 */
	void save(PersonId person, ModuleProgress progress, boolean fresh) {
		this.jdbc.sql(fresh ? """
				INSERT INTO module_progress (person, module, state, points, completed_at, version, started_at,
				active_on, required, passed, help_wanted, tasks, counted_on, changed_at)
				VALUES (:person, :module, :state, :points, :completedAt, :version, :startedAt,
				:activeOn, :required, :passed, :helpWanted, :tasks, :countedOn, :changedAt)""" : """
				UPDATE module_progress SET state = :state, points = :points, completed_at = :completedAt,
				version = :version, started_at = :startedAt, active_on = :activeOn, required = :required,
				passed = :passed, help_wanted = :helpWanted, tasks = :tasks, counted_on = :countedOn,
				changed_at = :changedAt
				WHERE person = :person AND module = :module""")
			.paramSource(ModuleRow.of(person, progress, this.clock.instant()))
			.update();
	}

	/**
	 * Adds the row or changes it.
	 * @param fresh whether there is none yet
	 */
	void save(PersonId person, ProgrammeProgress progress, boolean fresh) {
		this.jdbc.sql(fresh ? """
				INSERT INTO programme_progress (person, programme, state, points, completed_at, version, active_on,
				required, completed, tried, open_modules, help_wanted, counted_on, changed_at)
				VALUES (:person, :programme, :state, :points, :completedAt, :version, :activeOn,
				:required, :completed, :tried, :openModules, :helpWanted, :countedOn, :changedAt)""" : """
				UPDATE programme_progress SET state = :state, points = :points, completed_at = :completedAt,
				version = :version, active_on = :activeOn, required = :required, completed = :completed,
				tried = :tried, open_modules = :openModules, help_wanted = :helpWanted, counted_on = :countedOn,
				changed_at = :changedAt
				WHERE person = :person AND programme = :programme""")
			.paramSource(ProgrammeRow.of(person, progress, this.clock.instant()))
			.update();
	}

	/** Some people with rows that were counted by another version. */
	List<PersonId> countedOnOthers(PackVersionId version, int most, Set<PersonId> leftOut) {
		// Two ranges of an index: a single <> would read the whole table.
		String sql = Stream.of("module_progress", "programme_progress")
			.flatMap((table) -> Stream.of("<", ">")
				.map((other) -> "(SELECT person FROM " + table + " WHERE counted_on " + other + " :version"
						+ (leftOut.isEmpty() ? "" : " AND person NOT IN (:leftOut)") + " FETCH FIRST :most ROWS ONLY)"))
			.collect(Collectors.joining(" UNION ALL "));
		return this.jdbc.sql(sql)
			.param("version", version)
			.param("most", most)
			.param("leftOut", leftOut)
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
				SELECT n.id AS learner, COALESCE(n.name, '') AS name FROM learner n
				WHERE n.id IN (SELECT e.learner FROM resource_link here
				    JOIN resource_link l ON l.id = here.id OR l.context = here.context
				    JOIN enrolment e ON e.resource_link = l.id AND e.role = :role
				    WHERE here.id = :link)
				AND EXISTS (SELECT 1 FROM module_progress p
				    WHERE p.person = n.person AND p.help_wanted AND p.module IN (:modules))
				ORDER BY 2, n.id OFFSET :after ROWS FETCH FIRST :most ROWS ONLY""")
			.param("role", CourseRole.LEARNER)
			.param("link", link)
			.param("modules", modules)
			.param("after", after)
			.param("most", most)
			.query(Mentor.class)
			.list();
	}

	/** A row of module_progress. What follows from the tasks is there for lists. */
	record ModuleRow(PersonId person, ModuleId module, ModuleProgress.State state, int points,
			@Nullable Instant completedAt, @Nullable PackVersionId version, @Nullable Instant startedAt,
			@Nullable Instant activeOn, int required, int passed, boolean helpWanted, String tasks,
			PackVersionId countedOn, Instant changedAt) {

		static ModuleRow of(PersonId person, ModuleProgress progress, Instant now) {
			return new ModuleRow(person, progress.module(), progress.state(), progress.points(), progress.completedAt(),
					progress.version(), progress.startedAt(), progress.activeOn(), progress.required(),
					progress.passed(), progress.helpWanted(), JSON.writeValueAsString(progress.tasks()),
					progress.countedOn(), now);
		}

		ModuleProgress progress() {
			return new ModuleProgress(this.module, this.points, this.completedAt, this.version, this.startedAt,
					this.activeOn, JSON.readValue(this.tasks, new TypeReference<List<TaskProgress>>() {
					}), this.countedOn);
		}

	}

	/** A row of programme_progress. */
	record ProgrammeRow(PersonId person, ProgrammeId programme, ModuleProgress.State state, int points,
			@Nullable Instant completedAt, @Nullable PackVersionId version, @Nullable Instant activeOn, int required,
			int completed, int tried, String openModules, boolean helpWanted, PackVersionId countedOn,
			Instant changedAt) {

		static ProgrammeRow of(PersonId person, ProgrammeProgress progress, Instant now) {
			String open = progress.open().stream().map(ModuleId::value).collect(Collectors.joining(" "));
			return new ProgrammeRow(person, progress.programme(), progress.state(), progress.points(),
					progress.completedAt(), progress.version(), progress.activeOn(), progress.modules(),
					progress.modules() - progress.open().size(), progress.tried(), open, progress.helpWanted(),
					progress.countedOn(), now);
		}

		ProgrammeProgress progress() {
			List<ModuleId> open = Stream.of(this.openModules.split(" "))
				.filter((module) -> !module.isEmpty())
				.map(ModuleId::new)
				.toList();
			return new ProgrammeProgress(this.programme, this.points, this.completedAt, this.version, this.activeOn,
					this.required, this.tried, open, this.helpWanted, this.countedOn);
		}

	}

}
