package org.mentorprep.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Mark;
import org.mentorprep.attempt.AttemptResult.ScoredAttempt;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.PersonId;

/**
 * The rows of attempts and answers. Every question and every change names the person, so
 * that nobody's attempt is ever found by somebody else.
 */
@Repository
class AttemptRepository {

	/** Attempts with their answers, in one statement. */
	private static final String WITH_ANSWERS = """
			SELECT a.id, a.person, a.pack, a.module, a.task, a.exercise, a.seed, a.mark, a.thought,
			       n.given
			FROM attempt a LEFT JOIN answer n ON n.attempt = a.id
			WHERE a.person = :person AND\s""";

	/** Attempts without answers and without the own thought. */
	private static final String SUMMARIES = """
			SELECT id, person, pack, module, task, exercise, seed, mark, NULL AS thought, begun_at, finished_at
			FROM attempt WHERE person = :person""";

	/** Apart from the web's own, whose settings may change while rows must not. */
	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	AttemptRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Attempt> find(PersonId person, AttemptId id) {
		return this.jdbc.sql(WITH_ANSWERS + "a.id = :id ORDER BY n.step")
			.param("person", person.value())
			.param("id", id.value())
			.query(AttemptRepository::attempts)
			.stream()
			.findFirst();
	}

	/** Begun and not finished, oldest first. */
	List<Attempt> open(PersonId person, ModuleId module) {
		return this.jdbc
			.sql(WITH_ANSWERS + "a.module = :module AND a.finished_at IS NULL ORDER BY a.begun_at, a.id, n.step")
			.param("person", person.value())
			.param("module", module.value())
			.query(AttemptRepository::attempts);
	}

	/** The same in all modules. */
	List<Attempt> open(PersonId person) {
		return this.jdbc.sql(WITH_ANSWERS + "a.finished_at IS NULL ORDER BY a.begun_at, a.id, n.step")
			.param("person", person.value())
			.query(AttemptRepository::attempts);
	}

	/** Finished, oldest first. */
	List<ScoredAttempt> scored(PersonId person, ModuleId module) {
		return this.jdbc.sql("""
				SELECT id, task, exercise, pack, mark, finished_at FROM attempt
				WHERE person = :person AND module = :module AND finished_at IS NOT NULL
				ORDER BY finished_at, id""")
			.param("person", person.value())
			.param("module", module.value())
			.query((row, number) -> new ScoredAttempt(new AttemptId(uuid(row, "id")), new TaskId(row.getString("task")),
					new ExerciseId(row.getString("exercise")), new PackVersionId(uuid(row, "pack")),
					JSON.readValue(row.getString("mark"), Mark.class),
					row.getObject("finished_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** All of a person: finished ones first, in the order in which they were finished. */
	List<SummaryRow> all(PersonId person) {
		return this.jdbc
			.sql(SUMMARIES + " ORDER BY CASE WHEN finished_at IS NULL THEN 1 ELSE 0 END, finished_at, begun_at, id")
			.param("person", person.value())
			.query(AttemptRepository::summary)
			.list();
	}

	Optional<SummaryRow> summary(PersonId person, AttemptId id) {
		return this.jdbc.sql(SUMMARIES + " AND id = :id")
			.param("person", person.value())
			.param("id", id.value())
			.query(AttemptRepository::summary)
			.optional();
	}

	/** The exercises that filled a task before, as often as they did. */
	List<ExerciseId> seen(PersonId person, ModuleId module, TaskId task) {
		return this.jdbc
			.sql("SELECT exercise FROM attempt WHERE person = :person AND module = :module AND task = :task")
			.param("person", person.value())
			.param("module", module.value())
			.param("task", task.value())
			.query(String.class)
			.list()
			.stream()
			.map(ExerciseId::new)
			.toList();
	}

	void begin(Attempt attempt, Instant now) {
		this.jdbc.sql("""
				INSERT INTO attempt (id, person, pack, module, task, exercise, seed, begun_at)
				VALUES (:id, :person, :pack, :module, :task, :exercise, :seed, :now)""")
			.param("id", attempt.id().value())
			.param("person", attempt.person().value())
			.param("pack", attempt.pack().value())
			.param("module", attempt.module().value())
			.param("task", attempt.task().value())
			.param("exercise", attempt.exercise().value())
			.param("seed", attempt.seed())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	void keep(AttemptId id, int step, Answer answer, Instant now) {
		this.jdbc.sql("INSERT INTO answer (attempt, step, given, answered_at) VALUES (:attempt, :step, :given, :now)")
			.param("attempt", id.value())
			.param("step", step)
			.param("given", JSON.writeValueAsString(answer.values()))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	void finish(AttemptId id, PersonId person, Mark mark, Instant now) {
		this.jdbc.sql("UPDATE attempt SET mark = :mark, finished_at = :now WHERE id = :id AND person = :person")
			.param("mark", JSON.writeValueAsString(mark))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("id", id.value())
			.param("person", person.value())
			.update();
	}

	/** Keeps the own thought; an empty one leaves nothing behind. */
	void keepThought(AttemptId id, PersonId person, String thought) {
		this.jdbc.sql("UPDATE attempt SET thought = :thought WHERE id = :id AND person = :person")
			.param("thought", thought.isEmpty() ? null : thought)
			.param("id", id.value())
			.param("person", person.value())
			.update();
	}

	private static List<Attempt> attempts(ResultSet rows) throws SQLException {
		List<Attempt> attempts = new ArrayList<>();
		List<Answer> answers = new ArrayList<>();
		Attempt bare = null;
		while (rows.next()) {
			if (bare == null || !bare.id().value().equals(uuid(rows, "id"))) {
				add(attempts, bare, answers);
				bare = attempt(rows);
				answers.clear();
			}
			String given = rows.getString("given");
			if (given != null) {
				answers.add(new Answer(JSON.readValue(given, new TypeReference<Map<String, List<String>>>() {
				})));
			}
		}
		add(attempts, bare, answers);
		return attempts;
	}

	private static void add(List<Attempt> attempts, @Nullable Attempt bare, List<Answer> answers) {
		if (bare != null) {
			attempts.add(bare.with(answers, bare.mark()));
		}
	}

	private static Attempt attempt(ResultSet row) throws SQLException {
		String mark = row.getString("mark");
		String thought = row.getString("thought");
		return new Attempt(new AttemptId(uuid(row, "id")), new PersonId(uuid(row, "person")),
				new PackVersionId(uuid(row, "pack")), new ModuleId(row.getString("module")),
				new TaskId(row.getString("task")), new ExerciseId(row.getString("exercise")), row.getLong("seed"),
				(mark != null) ? JSON.readValue(mark, Mark.class) : null, (thought != null) ? thought : "", List.of());
	}

	private static SummaryRow summary(ResultSet row, int number) throws SQLException {
		Attempt attempt = attempt(row);
		Mark mark = attempt.mark();
		return new SummaryRow(attempt, row.getObject("begun_at", OffsetDateTime.class).toInstant(),
				(mark != null) ? new ScoredAttempt(attempt.id(), attempt.task(), attempt.exercise(), attempt.pack(),
						mark, row.getObject("finished_at", OffsetDateTime.class).toInstant()) : null);
	}

	private static UUID uuid(ResultSet row, String column) throws SQLException {
		return row.getObject(column, UUID.class);
	}

	/**
	 * An attempt, and when it was begun.
	 *
	 * @param scored absent as long as it is not finished
	 */
	record SummaryRow(Attempt attempt, Instant begunAt, @Nullable ScoredAttempt scored) {
	}

}
