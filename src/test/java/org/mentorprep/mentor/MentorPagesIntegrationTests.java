package org.mentorprep.mentor;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.mentorprep.attempt.AnsweringMentor;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Programme;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.lti.message.LtiMessage.Gradebook;
import org.mentorprep.mentor.HelpController.HelpPage;
import org.mentorprep.mentor.HomePage.CarryOn;
import org.mentorprep.mentor.HomePage.ModuleLink;
import org.mentorprep.mentor.ModuleSummary.TaskState;
import org.mentorprep.mentor.ReadingController.ReadingPage;
import org.mentorprep.passback.GradeDeliveries;
import org.mentorprep.passback.Delivery;
import org.mentorprep.passback.SendPolicy;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.testing.SignedInMvc;
import org.mentorprep.testing.TinyPacks;
import org.mentorprep.testing.WorkFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/** What a mentor is told about where they are. */
@SpringJUnitConfig(WorkFixture.class)
@Tag("database")
class MentorPagesIntegrationTests {

	private static final Instant SINCE = Instant.parse("2026-09-21T14:42:00Z");

	@Autowired
	private HomeController home;

	@Autowired
	private ModuleController modules;

	@Autowired
	private ReadingController reading;

	@Autowired
	private HelpController help;

	@Autowired
	private AnsweringMentor mentor;

	@Autowired
	private Library library;

	@Autowired
	private Links links;

	@Autowired
	private GradeDeliveries deliveries;

	@Autowired
	private SendPolicy policy;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private WebMvcConfigurer currentLink;

	private final List<LinkId> placed = new ArrayList<>();

	private MockMvcTester mvc;

	private LinkId programme;

	private LinkId listening;

	@BeforeEach
	void launch() {
		given(this.policy.sendsProgress()).willReturn(false);
		this.mvc = SignedInMvc.of(this.currentLink, this.home, this.modules, this.reading, this.help);
		use(TinyPacks.PROGRAMME);
		given(this.deliveries.of(any(), any())).willReturn(Optional.empty());
		this.programme = place(null, "http://lms.example/column");
		this.listening = place("listening", "http://lms.example/column");
		signIn(CourseRole.LEARNER);
	}

	@Test
	void homeSaysHowManyModulesAreToGo() {
		this.mentor.works(TinyPacks.ASKING, TinyPacks.QUESTION, "good", "good");
		assertThat(homePage().toGo()).isEqualTo(1);
	}

	@Test
	void homeCountsHonestMinutes() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		assertThat(homePage().required()).extracting(HomePage.Row::minutesLeft).containsExactly(8, 11);
	}

	@Test
	void homeOffersTheFirstModuleToOneWhoIsNew() {
		HomePage page = homePage();
		assertThat(page.startWith()).isEqualTo(new ModuleLink(TinyPacks.LISTENING, "Listening"));
		assertThat(page.carryOn()).isNull();
	}

	@Test
	void homeRecallsWhereOneWas() {
		this.mentor.works(TinyPacks.ASKING, TinyPacks.QUESTION, "fair");
		CarryOn carryOn = homePage().carryOn();
		assertThat(carryOn).isNotNull();
		assertThat(carryOn.recap()).isEqualTo("You said fair.");
		assertThat(carryOn.moduleTitle()).isEqualTo("Asking");
	}

	@Test
	void homeOffersNothingToStartWithOnceAllIsCompleted() {
		this.mentor.works(TinyPacks.ASKING, TinyPacks.QUESTION, "good", "good");
		completesListening();
		HomePage page = homePage();
		assertThat(page.toGo()).isZero();
		assertThat(page.startWith()).isNull();
	}

	@Test
	void homeShowsWhatIsOfferedApart() {
		use(programme(List.of(TinyPacks.ASKING), List.of(TinyPacks.LISTENING)));
		HomePage page = homePage();
		assertThat(page.required()).extracting(HomePage.Row::id).containsExactly(TinyPacks.ASKING);
		assertThat(page.optional()).extracting(HomePage.Row::id).containsExactly(TinyPacks.LISTENING);
		assertThat(page.toGo()).isEqualTo(1);
	}

	@Test
	void homeAsksNothingMoreOfOneWhoCompletedTheProgramme() {
		use(programme(List.of(TinyPacks.LISTENING), List.of(TinyPacks.ASKING)));
		completesListening();
		use(programme(List.of(TinyPacks.LISTENING, TinyPacks.ASKING), List.of()));
		HomePage page = homePage();
		assertThat(page.toGo()).isZero();
		assertThat(page.startWith()).isNull();
		assertThat(page.required()).extracting(HomePage.Row::id).containsExactly(TinyPacks.LISTENING);
		assertThat(page.optional()).extracting(HomePage.Row::id).containsExactly(TinyPacks.ASKING);
		assertThat(modulePage(this.programme).nextModule()).isNull();
	}

	@Test
	void offeredModuleSaysThatItIsOne() {
		use(programme(List.of(TinyPacks.ASKING), List.of(TinyPacks.LISTENING)));
		completesListening();
		assertThat(modulePage(this.programme)).returns(true, ModulePage::offered)
			.returns(new ModuleLink(TinyPacks.ASKING, "Asking"), ModulePage::nextModule);
	}

	@Test
	void homeOfALinkForOneModuleIsThatModule() {
		assertThat(this.mvc.get().uri("/links/" + this.listening))
			.hasRedirectedUrl("/links/" + this.listening + "/modules/listening");
	}

	@Test
	void unknownLinkIsNotThere() {
		assertThat(this.mvc.get().uri("/links/" + UUID.randomUUID())).hasStatus(404);
	}

	@Test
	void moduleNotAskedForIsNotThere() {
		assertThat(this.mvc.get().uri("/links/" + this.listening + "/modules/asking")).hasStatus(404);
	}

	@Test
	void untouchedModuleIsNotStarted() {
		ModulePage page = modulePage(this.listening);
		assertThat(page.state()).isEqualTo(ModuleProgress.State.NOT_STARTED);
		assertThat(page.minutesLeft()).isEqualTo(22);
	}

	@Test
	void begunModuleIsInProgress() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST);
		ModulePage page = modulePage(this.listening);
		assertThat(page.state()).isEqualTo(ModuleProgress.State.IN_PROGRESS);
		assertThat(page.tasks()).extracting(ModulePage.TaskRow::state)
			.containsExactly(TaskState.IN_PROGRESS, TaskState.NOT_STARTED);
	}

	@Test
	void moduleWithAllTasksFinishedAndOneNotPassedIsNotYet() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.SECOND, "fair", "fair");
		assertThat(modulePage(this.listening).state()).isEqualTo(ModuleProgress.State.NOT_YET);
	}

	@Test
	void missingIsNamedByTaskTotalAndDimension() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "kind", "kind");
		assertThat(modulePage(this.listening).missing()).containsExactly(
				new ModulePage.Missing(ModulePage.Missing.Kind.DIMENSION, "Task first-minutes",
						"Evidence before evaluation", 0, 50),
				new ModulePage.Missing(ModulePage.Missing.Kind.TASK, "Task second-minutes", null, 0, 70));
	}

	@Test
	void totalBelowThePassMarkIsMissing() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "fair", "fair");
		assertThat(modulePage(this.listening).missing())
			.contains(new ModulePage.Missing(ModulePage.Missing.Kind.TOTAL, "Task first-minutes", null, 50, 70));
	}

	@Test
	void nextIsTheFirstTaskNotPassed() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		assertThat(modulePage(this.listening).next()).isNotNull()
			.extracting(ModulePage.TaskRow::id)
			.isEqualTo(TinyPacks.SECOND);
	}

	@Test
	void completedModuleLacksNothing() {
		completesListening();
		ModulePage page = modulePage(this.listening);
		assertThat(page.state()).isEqualTo(ModuleProgress.State.COMPLETED);
		assertThat(page.missing()).isEmpty();
		assertThat(page.tasksLeft()).isZero();
		assertThat(page.points()).isEqualTo(100);
	}

	@Test
	void completedModuleLeadsToTheNextOne() {
		completesListening();
		assertThat(modulePage(this.programme).nextModule()).isEqualTo(new ModuleLink(TinyPacks.ASKING, "Asking"));
	}

	@Test
	void bestResultStaysAfterAWorseTry() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "poor", "poor");
		ModulePage.TaskRow row = modulePage(this.listening).tasks().get(0);
		assertThat(row.best()).isEqualTo(100);
		assertThat(row.tries()).isEqualTo(2);
	}

	@Test
	@DisplayName("F2: by default the page says that the grade is sent once the module is completed")
	void gradeIsSentWhenCompleted() {
		assertThat(modulePage(this.listening).gradebook().state()).isEqualTo(GradebookStatus.State.WHEN_COMPLETED);
	}

	@Test
	void nothingFinishedIsNothingToSend() {
		given(this.policy.sendsProgress()).willReturn(true);
		assertThat(modulePage(this.listening).gradebook().state()).isEqualTo(GradebookStatus.State.NOTHING_YET);
	}

	@Test
	void gradeThatArrivedIsSaidWithItsTime() {
		given(this.deliveries.of(any(), any()))
			.willReturn(Optional.of(new Delivery(Delivery.State.ARRIVED, 100, SINCE, null)));
		assertThat(modulePage(this.listening).gradebook())
			.isEqualTo(new GradebookStatus(GradebookStatus.State.ARRIVED, 100, SINCE, false, false, 69));
	}

	@Test
	void gradeHeldAtTheCapIsExplained() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "kind", "kind");
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.SECOND, "good", "good");
		given(this.deliveries.of(any(), any()))
			.willReturn(Optional.of(new Delivery(Delivery.State.ON_ITS_WAY, 69, SINCE, null)));
		assertThat(modulePage(this.listening).gradebook().capped()).isTrue();
	}

	@Test
	void gradeOfTheProgrammeIsSaidToBeOne() {
		given(this.policy.sendsProgress()).willReturn(true);
		given(this.deliveries.of(any(), any()))
			.willReturn(Optional.of(new Delivery(Delivery.State.REFUSED, 50, SINCE, null)));
		assertThat(modulePage(this.programme).gradebook())
			.isEqualTo(new GradebookStatus(GradebookStatus.State.REFUSED, 50, SINCE, true, false, 0));
	}

	@Test
	@DisplayName("case 110: a link without a grade service says so")
	void linkWithoutAColumnIsSaidToHaveNone() {
		LinkId bare = place("listening", null);
		signIn(CourseRole.LEARNER);
		assertThat(modulePage(bare).gradebook().state()).isEqualTo(GradebookStatus.State.NO_COLUMN);
	}

	@Test
	void linkWhoseColumnTakesNoScoresIsSaidToHaveNone() {
		LinkId closed = place("listening", "https://lms.example/1/lineitem", Set.of());
		signIn(CourseRole.LEARNER);
		assertThat(modulePage(closed).gradebook().state()).isEqualTo(GradebookStatus.State.NO_COLUMN);
	}

	@Test
	void staffAreToldThatNothingIsSentForThem() {
		signIn(CourseRole.STAFF);
		given(this.deliveries.of(any(), any()))
			.willReturn(Optional.of(new Delivery(Delivery.State.ARRIVED, 100, SINCE, null)));
		ModulePage page = modulePage(this.listening);
		assertThat(page.graded()).isFalse();
		assertThat(page.gradebook())
			.isEqualTo(new GradebookStatus(GradebookStatus.State.NOT_FOR_YOU, 0, null, false, false, 69));
	}

	@Test
	void readingLeadsToTheNextPage() {
		ReadingPage page = page("/links/" + this.listening + "/modules/listening/pages/one", ReadingPage.class);
		assertThat(page.next()).isNotNull().extracting((next) -> next.id().value()).isEqualTo("two");
	}

	@Test
	void unknownPageIsNotThere() {
		assertThat(this.mvc.get().uri("/links/" + this.listening + "/modules/listening/pages/none")).hasStatus(404);
	}

	@Test
	void helpIsThere() {
		assertThat(page("/links/" + this.programme + "/help", HelpPage.class))
			.isEqualTo(new HelpPage(this.programme, false, true, false));
	}

	/** Another version of the pack, with this programme alone. */
	private void use(Programme programme) {
		Pack pack = TinyPacks.pack("1.0.0", TinyPacks.RULE).with(List.of(programme));
		this.jdbc.sql("INSERT INTO pack_version (id) VALUES (?)").param(pack.id().value()).update();
		given(this.library.current()).willReturn(pack);
		given(this.library.version(pack.id())).willReturn(pack);
	}

	private static Programme programme(List<ModuleId> mandatory, List<ModuleId> offered) {
		return new Programme(TinyPacks.PROGRAMME.id(), "Tiny", "", mandatory, offered);
	}

	private void completesListening() {
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.FIRST, "good", "good");
		this.mentor.works(TinyPacks.LISTENING, TinyPacks.SECOND, "good", "good");
	}

	private HomePage homePage() {
		return page("/links/" + this.programme, HomePage.class);
	}

	private ModulePage modulePage(LinkId link) {
		return page("/links/" + link + "/modules/listening", ModulePage.class);
	}

	private <T> T page(String uri, Class<T> type) {
		MvcTestResult result = this.mvc.get().uri(uri).exchange();
		return type.cast(result.getMvcResult().getModelAndView().getModel().get("page"));
	}

	private LinkId place(String module, String lineItem) {
		return place(module, lineItem, Set.of(Gradebook.SCORE_SCOPE));
	}

	private LinkId place(String module, String lineItem, Set<String> scopes) {
		LinkId id = new LinkId(UUID.randomUUID());
		given(this.links.find(id)).willReturn(Optional.of(new Link(id, new PlatformId(UUID.randomUUID()), null, null,
				(lineItem != null) ? URI.create(lineItem) : null, scopes, module)));
		this.placed.add(id);
		return id;
	}

	/** As somebody nobody knew before, in every link there is. */
	private void signIn(CourseRole role) {
		PersonId person = this.mentor.isNew();
		Map<LinkId, CourseRole> roles = this.placed.stream().collect(Collectors.toMap((link) -> link, (link) -> role));
		LaunchedUser user = new LaunchedUser(person, new LearnerId(UUID.randomUUID()), null, "http://127.0.0.1:9000",
				roles, Set.of());
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, null));
	}

}
