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
import org.mentorprep.testing.WorkRooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/** What is kept of programmes, whatever later versions ask for. */
@SpringJUnitConfig(WorkRooms.class)
@Tag("database")
@Tag("sql")
class ProgrammeRecorderIntegrationTests {

	private static final Programme BOTH = programme(TinyPacks.LISTENING, TinyPacks.ASKING);

	private static final Programme SMALL = programme(TinyPacks.LISTENING);

	private static final Programme LARGE = programme(TinyPacks.LISTENING, TinyPacks.ASKING, new ModuleId("more"));

	@Autowired
	private AnsweringMentor mentor;

	@Autowired
	private ProgrammeRecorder recorder;

	@Autowired
	private ProgressRepository rows;

	@Autowired
	private Progress completions;

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
		assertThat(this.rows.find(this.person, BOTH.id())).isEqualTo(new Completion(50, null, null));
	}

	@Test
	void attemptThatCompletesNothingKeepsNothing() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		assertThat(this.rows.find(this.person, BOTH.id())).isEqualTo(Completion.NONE);
		assertThat(this.completions.standing(this.person, BOTH).untouched()).isFalse();
	}

	@Test
	void lastModuleCompletesTheProgrammeOnItsVersion() {
		completesAsking();
		Pack pack = publish(BOTH);
		completesListening();
		assertThat(this.rows.find(this.person, BOTH.id())).returns(100, Completion::points)
			.returns(pack.id(), Completion::pack)
			.returns(true, Completion::completed);
	}

	@Test
	void completedStaysCompletedWhenMoreBecomesMandatory() {
		completesAsking();
		completesListening();
		publish(LARGE);
		assertThat(this.completions.standing(this.person, LARGE)).returns(true, ProgrammeProgress::completed)
			.returns(100, ProgrammeProgress::points)
			.returns(List.of(), ProgrammeProgress::asked);
	}

	@Test
	void shareStaysWhenMoreBecomesMandatory() {
		completesAsking();
		publish(LARGE);
		assertThat(this.completions.standing(this.person, LARGE).points()).isEqualTo(50);
	}

	@Test
	void whatASmallerVersionCompletedIsKeptAtTheNextLaunch() {
		completesListening();
		publish(SMALL.mandatory(), List.of(TinyPacks.ASKING));
		launches();
		publish(LARGE);
		assertThat(this.completions.standing(this.person, LARGE).completed()).isTrue();
	}

	@Test
	void moduleThatIsOfferedAddsNothing() {
		publish(SMALL.mandatory(), List.of(TinyPacks.ASKING));
		completesAsking();
		assertThat(this.rows.find(this.person, BOTH.id())).isEqualTo(Completion.NONE);
	}

	@Test
	void whatWasReachedBeforeProgrammesWereKeptStays() {
		completesAsking();
		forgetProgrammes();
		publish(LARGE);
		launches();
		assertThat(this.rows.find(this.person, BOTH.id())).isEqualTo(new Completion(50, null, null));
	}

	@Test
	void workUnderAnotherLinkKeepsItTooBeforeTheNextLaunch() {
		completesAsking();
		forgetProgrammes();
		publish(LARGE);
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		assertThat(this.rows.find(this.person, BOTH.id())).isEqualTo(new Completion(50, null, null));
	}

	@Test
	void programmeThatWasCompletedBeforeProgrammesWereKeptStaysCompleted() {
		completesAsking();
		completesListening();
		forgetProgrammes();
		publish(LARGE);
		launches();
		assertThat(this.completions.standing(this.person, LARGE).completed()).isTrue();
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
		assertThat(this.rows.find(this.person, added.id())).isEqualTo(new Completion(50, null, null));
	}

	/** As if all was done by a release that knew nothing of them. */
	private void forgetProgrammes() {
		this.jdbc.sql("DELETE FROM programme_completion WHERE person = ?").param(this.person.value()).update();
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
		this.recorder.on(new LinkLaunched(
				new Enrolment(link, new LearnerId(UUID.randomUUID()), this.person, "1", CourseRole.LEARNER)));
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
