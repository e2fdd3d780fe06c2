package org.mentorprep.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import org.mentorprep.attempt.AnsweringMentor;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PassRule;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.testing.TinyPacks;
import org.mentorprep.testing.WorkFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * After any history the rows are those that counting all attempts again makes. A seed
 * that fails is to be kept here.
 */
@SpringJUnitConfig(WorkFixture.class)
@Tag("database")
@Tag("sql")
class RebuildIntegrationTests {

	private static final List<String> CHOICES = List.of("good", "fair", "poor", "kind");

	private static final Map<ModuleId, List<TaskId>> TASKS = Map.of(TinyPacks.LISTENING,
			List.of(TinyPacks.FIRST, TinyPacks.SECOND), TinyPacks.ASKING, List.of(TinyPacks.QUESTION));

	@Autowired
	private AnsweringMentor mentor;

	@Autowired
	private Progress progress;

	@Autowired
	private Recount recount;

	@Autowired
	private Library library;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void rowsOfOneVersionAreMadeAgainFromNothing(long seed) {
		Random random = new Random(seed);
		publish(random);
		PersonId person = this.mentor.isNew();
		for (int step = 0; step < 10; step++) {
			work(random);
		}
		List<Map<String, Object>> kept = rows(person);
		assertThat(kept).isNotEmpty();
		this.jdbc.sql("DELETE FROM module_progress WHERE person = ?").param(person.value()).update();
		this.jdbc.sql("DELETE FROM programme_progress WHERE person = ?").param(person.value()).update();
		this.progress.rebuild(person);
		assertThat(rows(person)).isEqualTo(kept);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void rowsOfManyVersionsAreThoseOfARebuild(long seed) {
		Random random = new Random(seed);
		publish(random);
		PersonId person = this.mentor.isNew();
		for (int step = 0; step < 15; step++) {
			if (random.nextInt(4) == 0) {
				publish(random);
				if (random.nextBoolean()) {
					this.recount.go();
				}
			}
			work(random);
		}
		this.recount.go();
		List<Map<String, Object>> kept = rows(person);
		this.progress.rebuild(person);
		assertThat(rows(person)).isEqualTo(kept);
	}

	/** Begins, goes on with, or finishes some task. */
	private void work(Random random) {
		ModuleId module = random.nextInt(3) == 0 ? TinyPacks.ASKING : TinyPacks.LISTENING;
		List<TaskId> tasks = TASKS.get(module);
		String[] choices = random.ints(random.nextInt(4) == 0 ? 0 : 2, 0, CHOICES.size())
			.mapToObj(CHOICES::get)
			.toArray(String[]::new);
		this.mentor.works(module, tasks.get(random.nextInt(tasks.size())), choices);
	}

	/** A version with another rule, and sometimes with a withdrawn exercise. */
	private void publish(Random random) {
		Module listening = TinyPacks.listening(new PassRule(50 + random.nextInt(40), 50));
		Set<ExerciseId> withdrawn = random.nextBoolean() ? Set.of() : Set.of(new ExerciseId("first-b"));
		List<Module> modules = List.of(
				new Module(listening.id(), listening.title(), listening.why(), listening.lead(), listening.passRule(),
						listening.pages(), List.of(
								TinyPacks.task(TinyPacks.FIRST, 1, true,
										withdrawn.isEmpty() ? new String[] { "first-a", "first-b" }
												: new String[] { "first-a" }),
								TinyPacks.task(TinyPacks.SECOND, 3, random.nextBoolean(), "second-a")),
						withdrawn),
				TinyPacks.asking(TinyPacks.RULE));
		Pack pack = TinyPacks.pack("1.0.0", modules);
		this.jdbc.sql("INSERT INTO pack_version (id) VALUES (?)").param(pack.id().value()).update();
		given(this.library.current()).willReturn(pack);
		given(this.library.version(pack.id())).willReturn(pack);
	}

	/** All that is kept of a person, but when it was written. */
	private List<Map<String, Object>> rows(PersonId person) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (String table : List.of("module_progress", "programme_progress")) {
			List<Map<String, Object>> more = this.jdbc.sql("SELECT * FROM " + table + " WHERE person = ? ORDER BY 2")
				.param(person.value())
				.query()
				.listOfRows();
			more.forEach((row) -> row.remove("changed_at"));
			rows.addAll(more);
		}
		return rows;
	}

}
