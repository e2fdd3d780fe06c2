package org.mentorprep.launch;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import org.mentorprep.audit.Ledger;
import org.mentorprep.audit.LedgerEntry;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Proposals;
import org.mentorprep.platform.Proposals.Proposal;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.Operator;
import org.mentorprep.testing.Placing;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An LMS that signs people in at one origin and shows its pages at another, and names
 * deployments that nobody told us of: what a launch brings waits for the operator.
 */
@IntegrationTest
@Tag("sql")
class SitesIntegrationTests extends LaunchFixture {

	private static final String SCHOOL = "https://school.lms.example";

	@Autowired
	private Proposals proposals;

	@Autowired
	private Platforms platforms;

	@Autowired
	private Ledger ledger;

	@Autowired
	private Refusals refusals;

	/** Other classes may have used up the share of this network for the minute. */
	@BeforeEach
	void sweep() {
		this.refusals.sweep();
	}

	@Test
	@DisplayName("F8: a frame at a site that nobody confirmed shows what to do, and nothing of anybody")
	void frameElsewhereSaysWhatToDo() {
		TestBrowser framed = this.browser.inFrame();
		HttpResponse<String> answer = launchFrom(SCHOOL, framed);
		Document page = Jsoup.parse(answer.body());
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(page.select("h1").text()).isEqualTo("Your learning platform opened this from a new address");
		assertThat(page.select("details").text()).contains(SCHOOL).doesNotContain("sesskey");
		assertThat(policy(answer)).endsWith("frame-ancestors *");
		assertThat(framed.cookies().keySet()).noneMatch((name) -> name.toLowerCase().contains("session"));
		assertThat(waiting()).containsExactly(SCHOOL);
	}

	@Test
	@DisplayName("F8: the operator confirms a site once, by one line in the ledger, and the LMS may frame us there")
	void confirmedSiteMayFrame() {
		String reference = reference(launchFrom(SCHOOL, this.browser.inFrame()));
		Page page = acceptAt(reference);
		assertThat(page.find("main dl").text()).contains(SCHOOL);
		assertThat(acts("platform.site-accepted")).containsExactly(SCHOOL);
		TestBrowser again = anotherBrowser().inFrame();
		String link = launchFrom(SCHOOL, again).headers().firstValue("Location").orElseThrow();
		assertThat(policy(again.get(link))).endsWith("frame-ancestors " + this.platform.origin() + " " + SCHOOL);
		assertThat(waiting()).isEmpty();
	}

	@Test
	@DisplayName("case 109, F8: in a window of its own somebody is let in, and the site still waits")
	void windowIsLetIn() {
		HttpResponse<String> answer = launchFrom(SCHOOL, this.browser);
		String link = answer.headers().firstValue("Location").orElseThrow();
		assertThat(policy(this.browser.get(link))).endsWith("frame-ancestors " + this.platform.origin());
		assertThat(waiting()).containsExactly(SCHOOL);
	}

	@Test
	@DisplayName("F8: where line items are is proposed, too")
	void sitesOfServicesAreProposed() {
		TestBrowser.Login login = this.browser.login(this.platform);
		IdToken token = login.token();
		token.claims.put("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", Map.of("scope", List.of(),
				"lineitems", "https://Grades.lms.example:443/items", "lineitem", "http://plain.lms.example/item"));
		assertThat(this.browser.launch(login, token).statusCode()).isEqualTo(303);
		assertThat(waiting()).containsExactly("https://grades.lms.example");
	}

	@Test
	@DisplayName("F8: a launch that is not valid proposes nothing")
	void forgedLaunchProposesNothing() {
		TestBrowser.Login login = this.browser.login(this.platform);
		IdToken token = from(SCHOOL, login);
		token.key = TestPlatform.key("platform-key");
		assertThat(this.browser.launch(login, token).statusCode()).isEqualTo(401);
		token = from(SCHOOL, login);
		token.claims.put(TestPlatform.LTI + "deployment_id", "forged");
		token.claims.put("aud", "somebody else");
		assertThat(this.browser.launch(login, token).statusCode()).isEqualTo(401);
		assertThat(waiting()).isEmpty();
	}

	@Test
	@DisplayName("F8: of an issuer that schools share each registration has sites of its own")
	void sitesBelongToOneRegistration() {
		this.platform.registerAgain(this.jdbc, "client-2", true);
		acceptAt(reference(launchFrom(SCHOOL, this.browser.inFrame())));
		assertThat(this.platforms.ofIssuer(this.platform.issuer()))
			.extracting((platform) -> platform.origins().contains(SCHOOL))
			.containsExactly(true, false);
	}

	@Test
	@DisplayName("F8: what a launch names in masses does not fill the operator's page")
	void proposalsAreBounded() {
		for (int i = 0; i < 25; i++) {
			launchFrom("https://school-%d.lms.example".formatted(i), this.browser);
		}
		assertThat(waiting()).hasSize(20);
	}

	@Test
	@DisplayName("case 128, F8: a choice goes to a site that was confirmed, and no longer when it was taken away")
	void choiceGoesToAConfirmedSite() {
		Placing placing = placing();
		acceptAt(reference(placing.launch()));
		placing = placing();
		String picker = placing.open();
		HttpResponse<String> answer = placing.choose(picker, Map.of("what", "programme:mentor-preparation"));
		assertThat(Placing.page(answer).select("#self-submitting").attr("action")).isEqualTo(SCHOOL + "/return");
		assertThat(policy(answer)).contains("form-action " + SCHOOL + ";");
		placing = placing();
		picker = placing.open();
		this.jdbc.sql("UPDATE platform SET sites = '' WHERE id = :id").param("id", this.platform.id()).update();
		assertThat(placing.choose(picker, Map.of("what", "programme:mentor-preparation")).statusCode()).isEqualTo(409);
	}

	@Test
	@DisplayName("case 85, F14: a deployment that is not registered is shown, and one button accepts it")
	void newDeploymentIsShownAndAccepted() {
		HttpResponse<String> answer = launchOf("deployment <2>", anotherBrowser());
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(Jsoup.parse(answer.body()).select("details").text()).contains("deployment_id=deployment?<2>",
				"It is a new deployment of a registered platform");
	}

	@Test
	@DisplayName("case 85, F14: one button accepts a deployment, by one line in the ledger")
	void deploymentIsAccepted() {
		String reference = reference(launchOf("deployment-2", anotherBrowser()));
		assertThat(acceptAt(reference).find("main dl").text()).contains("deployment-1, deployment-2");
		assertThat(acts("platform.deployment-accepted")).containsExactly("deployment-2");
		assertThat(launchOf("deployment-2", anotherBrowser()).statusCode()).isEqualTo(303);
		assertThat(found(reference).has("tbody form")).isFalse();
	}

	@Test
	@DisplayName("F14: nobody accepts what no launch brought")
	void onlyWhatALaunchBroughtIsAccepted() {
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		String page = "/operator/platforms/" + this.platform.id();
		this.jdbc.sql("UPDATE platform SET origin = 'BY_HAND' WHERE id = :id").param("id", this.platform.id()).update();
		String token = operator.open(this.toolUrl.at(page)).find("main [name=_csrf]").val();
		operator.post(this.toolUrl.at(page + "/accepted"),
				Map.of("kind", "DEPLOYMENT", "proposed", "made-up", "_csrf", token));
		assertThat(this.platforms.find(this.platform.id()).orElseThrow().deploymentIds())
			.containsExactly(TestPlatform.deploymentId());
	}

	@Test
	@DisplayName("F14: an unknown issuer is shown as it came, with what it differs in")
	@ExtendWith(OutputCaptureExtension.class)
	void unknownIssuerIsShown(CapturedOutput log) {
		HttpResponse<String> answer = login(this.platform.issuer() + "/", "client\n1");
		assertThat(Jsoup.parse(answer.body()).select("details").text()).contains(
				"iss=" + this.platform.issuer() + "/ client_id=client?1",
				"It differs from a registered issuer only by a slash at its end.");
		assertThat(found(reference(answer)).find("tbody").text()).contains("iss=" + this.platform.issuer() + "/",
				"only by a slash");
		assertThat(log).contains("iss=" + this.platform.issuer() + "/ client_id=client?1");
	}

	@Test
	@DisplayName("F14: an unknown client of a known issuer is told from an unknown issuer")
	void unknownClientIsShown() {
		assertThat(Jsoup.parse(login(this.platform.issuer(), "another").body()).select("details").text())
			.contains("client_id=another", "The issuer is registered, but with another client id.");
		assertThat(Jsoup.parse(login("https://nobody.example", "another").body()).select("details").text())
			.contains("iss=https://nobody.example")
			.doesNotContain("It differs", "The issuer is registered");
	}

	@Test
	@DisplayName("F14: what is shown of a stranger's issuer is short")
	void issuerOfAStrangerIsCut() {
		String shown = Jsoup.parse(login("https://x.example/" + "a".repeat(3000), "client").body())
			.select("details code")
			.text();
		assertThat(shown.length()).isLessThan(300);
	}

	@Test
	@DisplayName("F14: the reference of an error page is found, but is not among the launches")
	void referenceOfAnErrorPageIsFound() {
		String link = this.browser.launch(this.platform);
		for (HttpResponse<String> answer : List.of(this.browser.get(link + "/no-such-page"),
				anotherBrowser().get(link + "/modules/x"))) {
			String reference = reference(answer);
			assertThat(found(reference).find("tbody").text()).contains(reference, "Status " + answer.statusCode(),
					link);
			assertThat(found("").document().text()).doesNotContain(reference);
		}
	}

	private Placing placing() {
		Placing placing = new Placing(anotherBrowser(), this.platform);
		placing.settings.put("deep_link_return_url", SCHOOL + "/return");
		return placing;
	}

	private HttpResponse<String> launchFrom(String site, TestBrowser browser) {
		// A browser in a frame is asked for its cookie first.
		browser.cookies().put("__Host-launch-x", "1");
		TestBrowser.Login login = browser.login(this.platform);
		return browser.launch(login, from(site, login));
	}

	private static IdToken from(String site, TestBrowser.Login login) {
		IdToken token = login.token();
		token.claims.put(TestPlatform.LTI + "launch_presentation",
				Map.of("return_url", site + "/courses/1?sesskey=secret", "document_target", "iframe"));
		return token;
	}

	private HttpResponse<String> launchOf(String deployment, TestBrowser browser) {
		TestBrowser.Login login = browser.login(this.platform);
		IdToken token = login.token();
		token.claims.put(TestPlatform.LTI + "deployment_id", deployment);
		return browser.launch(login, token);
	}

	private HttpResponse<String> login(String issuer, String clientId) {
		return this.browser.post("/lti/login", Map.of("iss", issuer, "client_id", clientId, "login_hint", "4",
				"target_link_uri", "https://tool.example/"));
	}

	/** As the operator, to whom somebody quotes a reference: the page of the platform. */
	private Page acceptAt(String reference) {
		this.jdbc.sql("UPDATE platform SET origin = 'BY_HAND' WHERE id = :id").param("id", this.platform.id()).update();
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		Page found = operator.open(this.toolUrl.at("/operator/refusals?reference=" + reference));
		return operator.submit(found, "tbody form", Map.of());
	}

	private Page found(String reference) {
		return Operator.signedIn(this.toolUrl.base())
			.open(this.toolUrl.at("/operator/refusals?reference=" + reference));
	}

	private List<String> waiting() {
		PlatformId id = this.platform.id();
		return this.proposals.waiting(id).stream().map(Proposal::proposed).toList();
	}

	private List<String> acts(String act) {
		return this.ledger.newest(20)
			.stream()
			.filter((entry) -> entry.act().equals(act))
			.map(LedgerEntry::detail)
			.limit(1)
			.toList();
	}

	private static String reference(HttpResponse<String> answer) {
		return Jsoup.parse(answer.body()).select(".code").text();
	}

	private static String policy(HttpResponse<String> answer) {
		return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
	}

}
