package org.mentorprep.progress;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.attempt.AnsweringMentor;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.LaunchRecorder.LinkLaunched;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.testing.TinyPacks;
import org.mentorprep.testing.WorkFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/** What is kept of programmes, whatever later versions ask for. */
@SpringJUnitConfig(WorkFixture.class)
@Tag("database")
@Tag("sql")
class ProgressIntegrationTests {

	private static final Programme BOTH = programme(TinyPacks.LISTENING, TinyPacks.ASKING);

	private static final Programme SMALL = programme(TinyPacks.LISTENING);

	private static final Programme LARGE = programme(TinyPacks.LISTENING, TinyPacks.ASKING, new ModuleId("more"));

	@Autowired
	private AnsweringMentor mentor;

	@Autowired
	private ProgressRepository rows;

	@Autowired
	private Progress progress;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Library library;

	@Autowired
	private JdbcClient jdbc;

	private PersonId person;

	@BeforeEach
	void somebodyNew() {
		publish(BOTH);
		this.person = this.mentor.isNew();
	}

	@Test
	void completedModuleRaisesTheShare() {
		completesAsking();
		assertThat(kept(BOTH)).returns(50, ProgrammeProgress::points).returns(false, ProgrammeProgress::completed);
	}

	@Test
	void attemptThatCompletesNothingRaisesNothing() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		assertThat(kept(BOTH)).returns(0, ProgrammeProgress::points).returns(false, ProgrammeProgress::completed);
		assertThat(this.progress.of(this.person, BOTH).untouched()).isFalse();
	}

	@Test
	void lastModuleCompletesTheProgrammeOnItsVersion() {
		completesAsking();
		Pack pack = publish(BOTH);
		completesListening();
		assertThat(kept(BOTH)).returns(100, ProgrammeProgress::points)
			.returns(pack.id(), ProgrammeProgress::version)
			.returns(true, ProgrammeProgress::completed);
	}

	@Test
	void completedStaysCompletedWhenMoreBecomesMandatory() {
		completesAsking();
		completesListening();
		publish(LARGE);
		assertThat(this.progress.of(this.person, LARGE)).returns(true, ProgrammeProgress::completed)
			.returns(100, ProgrammeProgress::points)
			.returns(List.of(), ProgrammeProgress::required);
	}

	@Test
	void shareStaysWhenMoreBecomesMandatory() {
		completesAsking();
		publish(LARGE);
		assertThat(this.progress.of(this.person, LARGE).points()).isEqualTo(50);
	}

	@Test
	void whatASmallerVersionCompletedIsKeptAtTheNextLaunch() {
		completesListening();
		publish(SMALL.mandatory(), List.of(TinyPacks.ASKING));
		launches();
		publish(LARGE);
		assertThat(this.progress.of(this.person, LARGE).completed()).isTrue();
	}

	@Test
	void moduleThatIsOfferedAddsNothing() {
		publish(SMALL.mandatory(), List.of(TinyPacks.ASKING));
		completesAsking();
		assertThat(this.rows.programme(this.person, BOTH.id())).isEmpty();
	}

	@Test
	void whatWasReachedBeforeProgrammesWereKeptStays() {
		completesAsking();
		forgetProgrammes();
		publish(LARGE);
		launches();
		assertThat(kept(BOTH)).returns(50, ProgrammeProgress::points).returns(false, ProgrammeProgress::completed);
	}

	@Test
	void workUnderAnotherLinkKeepsItTooBeforeTheNextLaunch() {
		completesAsking();
		forgetProgrammes();
		publish(LARGE);
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		assertThat(kept(BOTH)).returns(50, ProgrammeProgress::points).returns(false, ProgrammeProgress::completed);
	}

	@Test
	void programmeThatWasCompletedBeforeProgrammesWereKeptStaysCompleted() {
		completesAsking();
		completesListening();
		forgetProgrammes();
		publish(LARGE);
		launches();
		assertThat(this.progress.of(this.person, LARGE).completed()).isTrue();
	}

	@Test
	void whatOtherProgrammesAskedForBeforeIsNoPartOfANewOne() {
		completesAsking();
		completesListening();
		forgetProgrammes();
		Programme added = new Programme(new ProgrammeId("new"), "New", "",
				List.of(TinyPacks.ASKING, new ModuleId("more")), List.of());
		publish(List.of(BOTH, added));
		launches("new");
		assertThat(kept(added)).returns(50, ProgrammeProgress::points).returns(false, ProgrammeProgress::completed);
	}

	/** As if all was done by a release that knew nothing of them. */
	private void forgetProgrammes() {
		this.jdbc.sql("DELETE FROM programme_progress WHERE person = ?").param(this.person.value()).update();
	}

	private void completesAsking() {
		this.mentor.works(TinyPacks.ASKING, TinyPacks.QUESTION, "good", "good");
	}

	private void completesListening() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.SECOND, "good", "good");
	}

	private void launches() {
		launches(null);
	}

	private void launches(String programme) {
		Link link = new Link(new LinkId(UUID.randomUUID()), new PlatformId(UUID.randomUUID()), null, null, null, null,
				Set.of(), null, programme);
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.progress.on(new LinkLaunched(
				new Enrolment(link, new LearnerId(UUID.randomUUID()), this.person, "1", CourseRole.LEARNER))));
	}

	private ProgrammeProgress kept(Programme programme) {
		return this.rows.programme(this.person, programme.id()).orElseThrow();
	}

	private Pack publish(List<ModuleId> mandatory, List<ModuleId> offered) {
		return publish(new Programme(BOTH.id(), "Tiny", "", mandatory, offered));
	}

	private Pack publish(Programme programme) {
		return publish(List.of(programme));
	}

	private Pack publish(List<Programme> programmes) {
		Pack pack = TinyPacks.pack("1.0.0", TinyPacks.RULE).with(programmes);
		this.jdbc.sql("INSERT INTO pack_version (id) VALUES (?)").param(pack.id().value()).update();
		given(this.library.current()).willReturn(pack);
		given(this.library.version(pack.id())).willReturn(pack);
		return pack;
	}

	private static Programme programme(ModuleId... mandatory) {
		return new Programme(new ProgrammeId("all"), "Tiny", "", List.of(mandatory), List.of());
	}

}
