package org.mentorprep.attempt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
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

import org.mentorprep.attempt.AttemptPage.ReplyPage;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.launch.PersonId;
import org.mentorprep.library.Library;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.testing.SqlCount;
import org.mentorprep.testing.SignedInMvc;
import org.mentorprep.testing.TinyPacks;
import org.mentorprep.testing.WorkFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * The pages of an attempt as a browser meets them: forms, redirects, Back, two tabs. Who
 * may open a link at all is decided before and tested with the whole tool.
 */
@SpringJUnitConfig(WorkFixture.class)
@Tag("database")
class AttemptPagesIntegrationTests {

	private static final String TASK = "/modules/listening/tasks/first-minutes/attempts";

	@Autowired
	private AttemptController attempts;

	@Autowired
	private DebriefController debriefs;

	@Autowired
	private Library library;

	@Autowired
	private Links links;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private WebMvcConfigurer currentLink;

	private MockMvcTester mvc;

	private LinkId link;

	@BeforeEach
	void launch() {
		this.mvc = SignedInMvc.of(this.currentLink, this.attempts, this.debriefs);
		Pack pack = TinyPacks.pack("1.0.0", TinyPacks.RULE);
		this.jdbc.sql("INSERT INTO pack_version (id) VALUES (?)").param(pack.id().value()).update();
		given(this.library.current()).willReturn(pack);
		given(this.library.version(pack.id())).willReturn(pack);
		this.link = place(null);
		signIn(this.link);
	}

	@Test
	void beginningLeadsToTheFirstStep() {
		String attempt = begin();
		assertThat(this.mvc.get().uri(attempt)).hasRedirectedUrl(attempt + "/answers/1?resumed=true");
	}

	@Test
	void firstStepIsAsked() {
		assertThat(page(begin() + "/answers/1", AttemptPage.class).number()).isEqualTo(1);
	}

	@Test
	void ownWordsLeadStraightOn() {
		String attempt = begin();
		assertThat(post(attempt + "/answers/1", Map.of("words", "Sit down."))).hasStatus(303)
			.hasRedirectedUrl(attempt + "/answers/2");
	}

	@Test
	void decisionLeadsToItsReply() {
		String attempt = begin();
		post(attempt + "/answers/1", Map.of());
		assertThat(post(attempt + "/answers/2", Map.of("choice", "fair"))).hasStatus(303)
			.hasRedirectedUrl(attempt + "/answers/2#reply");
	}

	@Test
	void replyShowsWhatCameOfTheDecision() {
		String attempt = decided("fair");
		assertThat(page(attempt + "/answers/2", ReplyPage.class).outcome().summary()).isEqualTo("You said fair.");
	}

	@Test
	void sameAnswerSentTwiceShowsTheSamePage() {
		String attempt = decided("fair");
		assertThat(post(attempt + "/answers/2", Map.of("choice", "fair")))
			.hasRedirectedUrl(attempt + "/answers/2#reply");
	}

	@Test
	void otherAnswerFromASecondTabShowsTheFirst() {
		String attempt = decided("fair");
		post(attempt + "/answers/2", Map.of("choice", "good"));
		assertThat(page(attempt + "/answers/2", ReplyPage.class).outcome().summary()).isEqualTo("You said fair.");
	}

	@Test
	void emptyAnswerToAStepAnsweredBeforeIsNoError() {
		String attempt = decided("fair");
		assertThat(post(attempt + "/answers/2", Map.of())).hasRedirectedUrl(attempt + "/answers/2#reply");
	}

	@Test
	void goingBackShowsTheReplyAsItWas() {
		String attempt = decided("fair");
		post(attempt + "/answers/3", Map.of("choice", "good"));
		ReplyPage page = page(attempt + "/answers/2", ReplyPage.class);
		assertThat(page.state().outcomes()).hasSize(2);
		assertThat(page.last()).isFalse();
	}

	@Test
	void goingBackToOwnWordsLeadsOn() {
		String attempt = decided("fair");
		assertThat(this.mvc.get().uri(attempt + "/answers/1")).hasRedirectedUrl(attempt + "/answers/2");
	}

	@Test
	void stepThatIsNotDueLeadsToTheOneThatIs() {
		String attempt = begin();
		assertThat(this.mvc.get().uri(attempt + "/answers/3")).hasRedirectedUrl(attempt + "/answers/1");
	}

	@Test
	void answerToAStepThatIsNotDueLeadsToTheOneThatIs() {
		String attempt = begin();
		assertThat(post(attempt + "/answers/3", Map.of("choice", "good"))).hasRedirectedUrl(attempt + "/answers/1");
	}

	@Test
	void missingAnswerIsAskedForAgain() {
		String attempt = begin();
		post(attempt + "/answers/1", Map.of());
		MvcTestResult result = post(attempt + "/answers/2", Map.of());
		assertThat(result).hasStatus(422);
		assertThat(page(result, AttemptPage.class).error()).isEqualTo("activity.dialogue.choose");
	}

	@Test
	void refusedAnswerIsShownAgain() {
		String attempt = begin();
		post(attempt + "/answers/1", Map.of());
		MvcTestResult result = post(attempt + "/answers/2", Map.of("choice", "unheard-of", "_csrf", "token"));
		assertThat(page(result, AttemptPage.class).given().values()).isEqualTo(Map.of("choice", List.of("unheard-of")));
	}

	@Test
	void answerOfAbsurdLengthIsRefused() {
		String attempt = begin();
		assertThat(post(attempt + "/answers/1", Map.of("words", "x".repeat(20_001)))).hasStatus(413);
	}

	@Test
	void fieldNameOfAbsurdLengthIsRefused() {
		String attempt = begin();
		assertThat(post(attempt + "/answers/1", Map.of("x".repeat(20_001), "words"))).hasStatus(413);
	}

	@Test
	void comingBackRecallsWhereOneWas() {
		String attempt = decided("fair");
		assertThat(this.mvc.get().uri(attempt)).hasRedirectedUrl(attempt + "/answers/3?resumed=true");
		assertThat(page(attempt + "/answers/3?resumed=true", AttemptPage.class).recap()).isEqualTo("You said fair.");
	}

	@Test
	void goingOnRecallsNothing() {
		assertThat(page(decided("fair") + "/answers/3", AttemptPage.class).recap()).isNull();
	}

	@Test
	void beginningAgainResumes() {
		String attempt = decided("fair");
		assertThat(begin()).isEqualTo(attempt);
	}

	@Test
	void lastReplyLeadsToTheDebrief() {
		String attempt = finished("fair", "good");
		assertThat(page(attempt + "/answers/3", ReplyPage.class).last()).isTrue();
	}

	@Test
	void keysStayHiddenAfterAFirstTryThatDoesNotPass() {
		assertThat(page(finished("poor", "poor") + "/answers/3", ReplyPage.class).keysShown()).isFalse();
	}

	@Test
	void keysAreShownOnceTheTaskIsPassed() {
		assertThat(page(finished("good", "good") + "/answers/3", ReplyPage.class).keysShown()).isTrue();
	}

	@Test
	void keysOfBothTriesAreShownAfterTheSecond() {
		String first = finished("poor", "poor");
		String second = finished("poor", "fair");
		assertThat(page(first + "/answers/3", ReplyPage.class).keysShown()).isTrue();
		assertThat(page(second + "/answers/3", ReplyPage.class).keysShown()).isTrue();
	}

	@Test
	void keysStayHiddenWhileAnAttemptIsOpen() {
		finished("good", "good");
		assertThat(page(decided("poor") + "/answers/2", ReplyPage.class).keysShown()).isFalse();
	}

	@Test
	void finishedAttemptOpensAtItsDebrief() {
		String attempt = finished("fair", "good");
		assertThat(this.mvc.get().uri(attempt)).hasRedirectedUrl(attempt + "/debrief");
	}

	@Test
	void debriefBeforeTheEndLeadsBack() {
		String attempt = decided("fair");
		assertThat(this.mvc.get().uri(attempt + "/debrief")).hasRedirectedUrl(attempt + "/answers/3");
	}

	@Test
	void debriefSaysWhatThisAttemptShows() {
		DebriefPage page = page(finished("fair", "good") + "/debrief", DebriefPage.class);
		assertThat(page.points()).isEqualTo(75);
		assertThat(page.passed()).isTrue();
		assertThat(page.decisions()).isEqualTo(2);
	}

	@Test
	void debriefNamesTheCriticalDimensionBelowTheFloor() {
		DebriefPage page = page(finished("kind", "kind") + "/debrief", DebriefPage.class);
		assertThat(page.passed()).isFalse();
		assertThat(page.below()).containsExactly("Evidence before evaluation");
	}

	@Test
	void debriefTipsBeginWithWhatHoldsBack() {
		assertThat(page(finished("kind", "fair") + "/debrief", DebriefPage.class).tips())
			.containsExactly("Bring a note", "Ask one thing");
	}

	@Test
	void debriefOfAFlawlessAttemptHasNoTips() {
		assertThat(page(finished("good", "good") + "/debrief", DebriefPage.class).tips()).isEmpty();
	}

	@Test
	void debriefOfAWorseAttemptSaysThatAnotherOneCounts() {
		finished("good", "good");
		DebriefPage page = page(finished("fair", "good") + "/debrief", DebriefPage.class);
		assertThat(page.bestIsThis()).isFalse();
		assertThat(page.best()).isEqualTo(100);
	}

	@Test
	void ownThoughtIsKeptAndLeadsToTheModule() {
		String attempt = finished("good", "good");
		assertThat(post(attempt + "/reflection", Map.of("thought", " Ask first. "))).hasStatus(303)
			.hasRedirectedUrl("/links/" + this.link + "/modules/listening");
		assertThat(page(attempt + "/debrief", DebriefPage.class).thought()).isEqualTo("Ask first.");
	}

	@Test
	void ownThoughtCanBeEmptied() {
		String attempt = finished("good", "good");
		post(attempt + "/reflection", Map.of("thought", "Ask first."));
		post(attempt + "/reflection", Map.of("thought", ""));
		assertThat(page(attempt + "/debrief", DebriefPage.class).thought()).isEmpty();
	}

	@Test
	void thoughtThatIsTooLongIsShownAgain() {
		String attempt = finished("good", "good");
		MvcTestResult result = post(attempt + "/reflection", Map.of("thought", "x".repeat(2001)));
		assertThat(result).hasStatus(422);
		assertThat(page(result, DebriefPage.class).thought()).hasSize(2001);
	}

	@Test
	void lineBreaksOfAThoughtCountOnce() {
		String attempt = finished("good", "good");
		assertThat(post(attempt + "/reflection", Map.of("thought", "x\r\n".repeat(999) + "x"))).hasStatus(303);
	}

	@Test
	void unknownTaskIsNotThere() {
		assertThat(post("/links/" + this.link + "/modules/listening/tasks/none/attempts", Map.of())).hasStatus(404);
	}

	@Test
	void unknownAttemptIsNotThere() {
		assertThat(this.mvc.get().uri("/links/" + this.link + "/attempts/" + UUID.randomUUID())).hasStatus(404);
	}

	@Test
	void stepZeroIsNotThere() {
		assertThat(this.mvc.get().uri(begin() + "/answers/0")).hasStatus(404);
	}

	@Test
	void thirdTryBeginsWithAPause() {
		finished("poor", "poor");
		finished("poor", "poor");
		assertThat(post("/links/" + this.link + TASK, Map.of()))
			.hasRedirectedUrl("/links/" + this.link + "/modules/listening/tasks/first-minutes/pause");
	}

	@Test
	void freshTryIsOneButtonAwayFromThePause() {
		finished("poor", "poor");
		finished("poor", "poor");
		assertThat(post("/links/" + this.link + TASK, Map.of("straight", "true")).getResponse().getRedirectedUrl())
			.contains("/attempts/");
	}

	@Test
	void whoHasPassedTriesAgainWithoutAPause() {
		finished("good", "good");
		finished("poor", "poor");
		assertThat(post("/links/" + this.link + TASK, Map.of()).getResponse().getRedirectedUrl())
			.contains("/attempts/");
	}

	@Test
	void openTryIsGoneOnWithWithoutAPause() {
		finished("poor", "poor");
		finished("poor", "poor");
		post("/links/" + this.link + TASK, Map.of("straight", "true"));
		assertThat(post("/links/" + this.link + TASK, Map.of()).getResponse().getRedirectedUrl())
			.contains("/attempts/");
	}

	@Test
	void somebodyElsesAttemptIsNotThere() {
		String attempt = decided("fair");
		signIn(this.link);
		assertThat(this.mvc.get().uri(attempt)).hasStatus(404);
		assertThat(this.mvc.get().uri(attempt + "/answers/2")).hasStatus(404);
		assertThat(post(attempt + "/answers/3", Map.of("choice", "good"))).hasStatus(404);
	}

	@Test
	void somebodyElsesDebriefIsNotThere() {
		String attempt = finished("good", "good");
		signIn(this.link);
		assertThat(this.mvc.get().uri(attempt + "/debrief")).hasStatus(404);
		assertThat(post(attempt + "/reflection", Map.of("thought", "Mine"))).hasStatus(404);
	}

	@Test
	void moduleNotAskedForByTheLinkIsNotThere() {
		LinkId other = place("asking");
		assertThat(this.mvc.get().uri("/links/" + other + "/modules/listening/pages/one")).hasStatus(404);
		assertThat(post("/links/" + other + TASK, Map.of())).hasStatus(404);
	}

	@Test
	void attemptIsNotThereThroughALinkThatDoesNotAskForIt() {
		String attempt = decided("fair");
		String elsewhere = attempt.replace(this.link.toString(), place("asking").toString());
		assertThat(this.mvc.get().uri(elsewhere + "/answers/2")).hasStatus(404);
		assertThat(post(elsewhere + "/answers/3", Map.of("choice", "good"))).hasStatus(404);
	}

	@Test
	void answerCostsThreeStatements() {
		String attempt = begin();
		post(attempt + "/answers/1", Map.of());
		assertThat(SqlCount.during(() -> post(attempt + "/answers/2", Map.of("choice", "good")))).hasSize(3);
	}

	@Test
	void answeredPageCostsOneStatement() {
		String attempt = decided("good");
		assertThat(SqlCount.during(() -> page(attempt + "/answers/2", ReplyPage.class))).hasSize(1);
	}

	/**
	 * Two of them keep what programmes have come to, so that no grade of one goes down.
	 */
	@Test
	void lastAnswerCostsNineStatements() {
		String attempt = decided("good");
		assertThat(SqlCount.during(() -> post(attempt + "/answers/3", Map.of("choice", "good")))).hasSize(9);
	}

	private String begin() {
		return post("/links/" + this.link + TASK, Map.of()).getResponse().getRedirectedUrl();
	}

	private String decided(String choice) {
		String attempt = begin();
		post(attempt + "/answers/1", Map.of("words", "My words."));
		post(attempt + "/answers/2", Map.of("choice", choice));
		return attempt;
	}

	private String finished(String first, String second) {
		String attempt = decided(first);
		post(attempt + "/answers/3", Map.of("choice", second));
		return attempt;
	}

	private MvcTestResult post(String uri, Map<String, String> fields) {
		var request = this.mvc.post().uri(uri);
		fields.forEach(request::param);
		return request.exchange();
	}

	private <T> T page(String uri, Class<T> type) {
		return page(this.mvc.get().uri(uri).exchange(), type);
	}

	private static <T> T page(MvcTestResult result, Class<T> type) {
		return type.cast(result.getMvcResult().getModelAndView().getModel().get("page"));
	}

	private LinkId place(String module) {
		LinkId id = new LinkId(UUID.randomUUID());
		given(this.links.find(id)).willReturn(
				Optional.of(new Link(id, new PlatformId(UUID.randomUUID()), null, null, null, Set.of(), module)));
		return id;
	}

	/** As somebody nobody knew before. */
	private void signIn(LinkId link) {
		PersonId person = new PersonId(UUID.randomUUID());
		this.jdbc.sql("INSERT INTO person (id, created_at) VALUES (?, CURRENT_TIMESTAMP)")
			.param(person.value())
			.update();
		LaunchedUser user = new LaunchedUser(person, new LearnerId(UUID.randomUUID()), null, "http://127.0.0.1:9000",
				Map.of(link, CourseRole.LEARNER), Set.of());
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, null));
	}

}
