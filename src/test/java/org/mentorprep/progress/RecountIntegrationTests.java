package org.mentorprep.progress;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import org.mentorprep.attempt.AnsweringMentor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.PassRule;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.progress.Progress.ModuleProgressed;
import org.mentorprep.testing.TinyPacks;
import org.mentorprep.testing.WorkFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;

/** Open results rise with a new version, never fall, and the ledger says so. */
@SpringJUnitConfig({ WorkFixture.class, RecountIntegrationTests.Told.class })
@Tag("database")
@Tag("sql")
class RecountIntegrationTests {

	private static int editions;

	@Autowired
	private AnsweringMentor mentor;

	@Autowired
	private Recount recount;

	@Autowired
	private ProgressRepository rows;

	@Autowired
	private Progress progress;

	@Autowired
	private Library library;

	@Autowired
	private Ledger ledger;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Told told;

	@BeforeEach
	void firstVersion() {
		this.jdbc.sql("DELETE FROM module_progress").update();
		this.jdbc.sql("DELETE FROM programme_progress").update();
		this.told.times = 0;
		publish(TinyPacks.listening(new PassRule(80, 50)));
	}

	@Test
	void milderRuleCompletesWhatIsOpen() {
		PersonId person = fairAndGood();
		publish(TinyPacks.listening(TinyPacks.RULE));
		this.recount.go();
		assertThat(kept(person).completed()).isTrue();
		assertThat(this.told.times).isEqualTo(1);
	}

	@Test
	void ledgerSaysWhoseResultRoseFromWhatToWhat() {
		PersonId person = fairAndGood();
		publish(TinyPacks.listening(TinyPacks.RULE));
		this.recount.go();
		assertThat(this.ledger.newest(1)).first()
			.returns("progress.raised", (line) -> line.act())
			.returns(person + " listening", (line) -> line.subject())
			.returns("93, open > 93, completed", (line) -> line.detail());
	}

	@Test
	void stricterRuleLowersNothing() {
		PersonId person = fairAndGood();
		ModuleProgress before = kept(person);
		publish(TinyPacks.listening(new PassRule(99, 90)));
		this.recount.go();
		assertThat(kept(person)).returns(before.points(), ModuleProgress::points)
			.returns(false, ModuleProgress::completed);
		assertThat(this.told.times).isZero();
	}

	@Test
	void withdrawnExerciseStandsInNobodysWay() {
		PersonId person = fairAndGood();
		Module module = TinyPacks.listening(new PassRule(80, 50));
		publish(new Module(module.id(), module.title(), module.why(), module.lead(), module.passRule(), module.pages(),
				module.tasks(), Set.of(new ExerciseId("first-a"), new ExerciseId("first-b"))));
		this.recount.go();
		assertThat(this.progress.of(person, TinyPacks.LISTENING)).returns(true, ModuleProgress::completed)
			.returns(100, ModuleProgress::points);
	}

	@Test
	void whatIsCompletedIsCountedByTheNewVersionToo() {
		PersonId person = this.mentor.isNew();
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.SECOND, "good", "good");
		this.told.times = 0;
		Module module = TinyPacks.listening(TinyPacks.RULE);
		publish(new Module(module.id(), module.title(), module.why(), module.lead(), module.passRule(), module.pages(),
				List.of(module.tasks().get(0), module.tasks().get(1),
						TinyPacks.task(TinyPacks.QUESTION, 1, true, "question-a"))));
		this.recount.go();
		assertThat(kept(person)).returns(true, ModuleProgress::completed)
			.returns(100, ModuleProgress::points)
			.returns(3, ModuleProgress::required)
			.returns(2, ModuleProgress::passed)
			.returns(this.library.current().id(), ModuleProgress::countedOn);
		assertThat(this.told.times).isZero();
	}

	@Test
	void recountIsDoneOnce() {
		fairAndGood();
		publish(TinyPacks.listening(TinyPacks.RULE));
		this.recount.go();
		this.recount.go();
		assertThat(this.told.times).isEqualTo(1);
	}

	@Test
	void goesOnWhereItWasStopped() {
		for (int i = 0; i < 26; i++) {
			fairAndGood();
		}
		publish(TinyPacks.listening(TinyPacks.RULE));
		assertThat(this.recount.countSome()).isTrue();
		assertThat(this.told.times).isEqualTo(25);
		this.recount.go();
		assertThat(this.told.times).isEqualTo(26);
		assertThat(this.recount.countSome()).isFalse();
	}

	@Test
	void whoeverCantBeCountedKeepsNobodyElseWaiting() {
		PackVersionId first = this.library.current().id();
		PersonId stuck = fairAndGood();
		publish(TinyPacks.listening(new PassRule(80, 50)));
		PersonId next = fairAndGood();
		given(this.library.version(first)).willThrow(new IllegalArgumentException("can't be read"));
		publish(TinyPacks.listening(TinyPacks.RULE));
		assertThatIllegalStateException().isThrownBy(this.recount::go).withMessageStartingWith("1 people");
		assertThat(kept(next).completed()).isTrue();
		assertThat(kept(stuck).completed()).isFalse();
	}

	/** Two tasks done: the first just not enough by 80, the second quite. */
	private PersonId fairAndGood() {
		PersonId person = this.mentor.isNew();
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "fair");
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.SECOND, "good", "good");
		this.told.times = 0;
		return person;
	}

	private ModuleProgress kept(PersonId person) {
		return this.rows.module(person, TinyPacks.LISTENING).orElseThrow();
	}

	private void publish(Module module) {
		Pack pack = TinyPacks.pack("1.0." + ++editions, List.of(module));
		this.jdbc.sql("INSERT INTO pack_version (id) VALUES (?)").param(pack.id().value()).update();
		given(this.library.current()).willReturn(pack);
		given(this.library.version(pack.id())).willReturn(pack);
	}

	/** Stands for passback. */
	static class Told {

		int times;

		@EventListener
		void on(ModuleProgressed progressed) {
			this.times++;
		}

	}

}
