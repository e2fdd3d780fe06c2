package org.mentorprep.progress;

import java.time.Instant;
import java.time.ZoneOffset;
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
import org.mentorprep.content.PassRule;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.testing.TinyPacks;
import org.mentorprep.testing.WorkRooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/** Open results rise with a new version, never fall, and the ledger says so. */
@SpringJUnitConfig({ WorkRooms.class, RecountIntegrationTests.Told.class })
@Tag("database")
@Tag("sql")
class RecountIntegrationTests {

	private static int editions;

	@Autowired
	private AnsweringMentor mentor;

	@Autowired
	private RecountRound round;

	@Autowired
	private Recount recount;

	@Autowired
	private RecountRows progress;

	@Autowired
	private ProgressRepository rows;

	@Autowired
	private Progress completions;

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
		this.jdbc.sql("DELETE FROM completion").update();
		this.told.times = 0;
		publish(TinyPacks.listening(new PassRule(80, 50)));
	}

	@Test
	void milderRuleCompletesWhatIsOpen() {
		PersonId person = fairAndGood();
		publish(TinyPacks.listening(TinyPacks.RULE));
		this.round.go();
		assertThat(this.rows.find(person, TinyPacks.LISTENING).completed()).isTrue();
		assertThat(this.told.times).isEqualTo(1);
	}

	@Test
	void ledgerSaysWhoseResultRoseFromWhatToWhat() {
		PersonId person = fairAndGood();
		publish(TinyPacks.listening(TinyPacks.RULE));
		this.round.go();
		assertThat(this.ledger.newest(1)).first()
			.returns("completion.raised", (line) -> line.act())
			.returns(person + " listening", (line) -> line.subject())
			.returns("93, open > 93, completed", (line) -> line.detail());
	}

	@Test
	void stricterRuleLowersNothing() {
		PersonId person = fairAndGood();
		Completion before = this.rows.find(person, TinyPacks.LISTENING);
		publish(TinyPacks.listening(new PassRule(99, 90)));
		this.round.go();
		assertThat(this.rows.find(person, TinyPacks.LISTENING)).isEqualTo(before);
		assertThat(this.told.times).isZero();
	}

	@Test
	void withdrawnExerciseStandsInNobodysWay() {
		PersonId person = fairAndGood();
		Module module = TinyPacks.listening(new PassRule(80, 50));
		publish(new Module(module.id(), module.title(), module.why(), module.lead(), module.passRule(), module.pages(),
				module.tasks(), Set.of(new ExerciseId("first-a"), new ExerciseId("first-b"))));
		this.round.go();
		assertThat(this.completions.standing(person, TinyPacks.LISTENING)).returns(true, ModuleProgress::completed)
			.returns(100, ModuleProgress::points);
	}

	@Test
	void recountIsDoneOnce() {
		fairAndGood();
		publish(TinyPacks.listening(TinyPacks.RULE));
		this.round.go();
		this.round.go();
		assertThat(this.told.times).isEqualTo(1);
	}

	@Test
	void goesOnWhereItWasStopped() {
		for (int i = 0; i < 26; i++) {
			fairAndGood();
		}
		int edition = publish(TinyPacks.listening(TinyPacks.RULE));
		this.recount.begin(edition);
		assertThat(this.recount.countSome(edition)).isTrue();
		assertThat(this.told.times).isEqualTo(25);
		this.round.go();
		assertThat(this.told.times).isEqualTo(26);
		assertThat(this.progress.finished(edition)).contains(true);
	}

	/** Two tasks done: the first just not enough by 80, the second quite. */
	private PersonId fairAndGood() {
		PersonId person = this.mentor.isNew();
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "fair");
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.SECOND, "good", "good");
		this.told.times = 0;
		return person;
	}

	private int publish(Module module) {
		Pack pack = TinyPacks.pack("1.0." + ++editions, List.of(module));
		this.jdbc.sql("INSERT INTO pack_version (id) VALUES (?)").param(pack.id().value()).update();
		this.jdbc.sql(
				"INSERT INTO pack_activation (activation_number, pack, activated_by, activated_at) VALUES (?, ?, 'tool', ?)")
			.params(editions, pack.id().value(), Instant.EPOCH.atOffset(ZoneOffset.UTC))
			.update();
		given(this.library.current()).willReturn(pack);
		given(this.library.version(pack.id())).willReturn(pack);
		given(this.library.activationNumber()).willReturn(editions);
		return editions;
	}

	/** Stands for the post room. */
	static class Told {

		int times;

		@EventListener
		void on(ModuleProgressed progressed) {
			this.times++;
		}

	}

}
