package org.mentorprep.attempt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
import org.mentorprep.library.Library;

/**
 * The rows of attempts and answers. Every question and every change names the person, so
 * that nobody's attempt is ever found by somebody else.
 */
@Repository
class AttemptRepository {

	/** One row for each answer, or one for an attempt without any. */
	private static final String WITH_ANSWERS = """
			SELECT a.id, a.person, a.pack, a.module, a.task, a.exercise, a.seed, a.practice, a.thought, n.given
			FROM attempt a LEFT JOIN answer n ON n.attempt = a.id
			WHERE a.person = :person AND\s""";

	private static final String WITHOUT_ANSWERS = """
			SELECT id, module, task, exercise, pack, begun_at, finished_at, mark FROM attempt
			WHERE person = :person""";

	/** Apart from the web's own, whose settings may change while rows must not. */
	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	private final Library library;

	AttemptRepository(JdbcClient jdbc, Library library) {
		this.jdbc = jdbc;
		this.library = library;
	}

	Optional<Attempt> find(PersonId person, AttemptId id) {
		return attempts(this.jdbc.sql(WITH_ANSWERS + "a.id = :id ORDER BY n.step").param("id", id), person).stream()
			.findFirst();
	}

	/** Begun and not finished, oldest first: those that count, or practice alone. */
	List<Attempt> open(PersonId person, boolean practice, ModuleId module) {
		return attempts(this.jdbc.sql(WITH_ANSWERS + """
				a.module = :module AND a.practice = :practice AND a.finished_at IS NULL
				ORDER BY a.begun_at, a.id, n.step""").param("module", module).param("practice", practice), person);
	}

	/** The same in all modules. */
	List<Attempt> open(PersonId person, boolean practice) {
		return attempts(this.jdbc.sql(WITH_ANSWERS + """
				a.practice = :practice AND a.finished_at IS NULL
				ORDER BY a.begun_at, a.id, n.step""").param("practice", practice), person);
	}

	/** Finished, oldest first: those that count, or practice alone. */
	List<Row> scored(PersonId person, boolean practice, ModuleId module) {
		return this.jdbc.sql(WITHOUT_ANSWERS + """
				 AND practice = :practice AND module = :module AND finished_at IS NOT NULL
				ORDER BY finished_at, id""")
			.param("person", person)
			.param("practice", practice)
			.param("module", module)
			.query(Row.class)
			.list();
	}

	/**
	 * All of a person that count: finished ones first, in the order in which they were
	 * finished.
	 */
	List<Row> all(PersonId person) {
		return this.jdbc.sql(WITHOUT_ANSWERS
				+ " AND NOT practice ORDER BY CASE WHEN finished_at IS NULL THEN 1 ELSE 0 END, finished_at, begun_at, id")
			.param("person", person)
			.query(Row.class)
			.list();
	}

	Optional<Row> row(PersonId person, AttemptId id) {
		return this.jdbc.sql(WITHOUT_ANSWERS + " AND id = :id")
			.param("person", person)
			.param("id", id)
			.query(Row.class)
			.optional();
	}

	/** The exercises that filled a task before, as often as they did, practice too. */
	List<ExerciseId> seen(PersonId person, ModuleId module, TaskId task) {
		return this.jdbc
			.sql("SELECT exercise FROM attempt WHERE person = :person AND module = :module AND task = :task")
			.param("person", person)
			.param("module", module)
			.param("task", task)
			.query(String.class)
			.list()
			.stream()
			.map(ExerciseId::new)
			.toList();
	}

	void begin(Attempt attempt, Instant now) {
		this.jdbc.sql("""
				INSERT INTO attempt (id, person, pack, module, task, exercise, seed, practice, begun_at)
				VALUES (:id, :person, :pack, :module, :task, :exercise, :seed, :practice, :now)""")
			.param("id", attempt.id())
			.param("person", attempt.person())
			.param("pack", attempt.pack().id())
			.param("module", attempt.module())
			.param("task", attempt.task())
			.param("exercise", attempt.exercise().id())
			.param("seed", attempt.seed())
			.param("practice", attempt.practice())
			.param("now", now)
			.update();
	}

	void keep(AttemptId id, int step, Answer answer, Instant now) {
		this.jdbc.sql("INSERT INTO answer (attempt, step, given, answered_at) VALUES (:attempt, :step, :given, :now)")
			.param("attempt", id)
			.param("step", step)
			.param("given", JSON.writeValueAsString(answer.values()))
			.param("now", now)
			.update();
	}

	void finish(AttemptId id, PersonId person, Mark mark, Instant now) {
		this.jdbc.sql("UPDATE attempt SET mark = :mark, finished_at = :now WHERE id = :id AND person = :person")
			.param("mark", JSON.writeValueAsString(mark))
			.param("now", now)
			.param("id", id)
			.param("person", person)
			.update();
	}

	/** Keeps the own thought; an empty one leaves nothing behind. */
	void keepThought(AttemptId id, PersonId person, String thought) {
		this.jdbc.sql("UPDATE attempt SET thought = :thought WHERE id = :id AND person = :person")
			.param("thought", thought.isEmpty() ? null : thought)
			.param("id", id)
			.param("person", person)
			.update();
	}

	private List<Attempt> attempts(JdbcClient.StatementSpec withAnswers, PersonId person) {
		Map<AttemptId, List<AnswerRow>> rows = new LinkedHashMap<>();
		withAnswers.param("person", person)
			.query(AnswerRow.class)
			.list()
			.forEach((row) -> rows.computeIfAbsent(row.id(), (id) -> new ArrayList<>()).add(row));
		return rows.values().stream().map(this::attempt).toList();
	}

	private Attempt attempt(List<AnswerRow> rows) {
		AnswerRow row = rows.get(0);
		List<Answer> answers = rows.stream()
			.map(AnswerRow::given)
			.filter(Objects::nonNull)
			.map((given) -> new Answer(JSON.readValue(given, new TypeReference<Map<String, List<String>>>() {
			})))
			.toList();
		return Attempt.of(row.id(), row.person(), this.library.version(row.pack()), row.module(), row.task(),
				row.exercise(), row.seed(), row.practice(), answers, Objects.requireNonNullElse(row.thought(), ""));
	}

	/** An attempt with one of its answers, or with none. */
	record AnswerRow(AttemptId id, PersonId person, PackVersionId pack, ModuleId module, TaskId task,
			ExerciseId exercise, long seed, boolean practice, @Nullable String thought, @Nullable String given) {
	}

	/**
	 * An attempt without its answers.
	 *
	 * @param mark as JSON; absent as long as it is not finished
	 */
	record Row(AttemptId id, ModuleId module, TaskId task, ExerciseId exercise, PackVersionId pack, Instant begunAt,
			@Nullable Instant finishedAt, @Nullable String mark) {

		/** Empty as long as it is not finished. */
		Optional<ScoredAttempt> scored() {
			return (this.mark != null && this.finishedAt != null) ? Optional.of(new ScoredAttempt(this.id, this.task,
					this.exercise, this.pack, JSON.readValue(this.mark, Mark.class), this.finishedAt))
					: Optional.empty();
		}

	}

}
