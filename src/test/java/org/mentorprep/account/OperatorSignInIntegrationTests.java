package org.mentorprep.account;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.audit.Ledger;
import org.mentorprep.audit.LedgerEntry;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestBrowser.Login;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets to the operator's pages, and what a browser holds that both know. */
@IntegrationTest
class OperatorSignInIntegrationTests extends LaunchFixture {

	private static final String SESSION = "__Host-mentorprep";

	@Autowired
	private Ledger ledger;

	@Test
	void passwordOpensTheOverview() {
		assertThat(signIn(Operator.PASSWORD).uri().getPath()).isEqualTo("/operator");
	}

	@Test
	@DisplayName("F16: the same password twice at once opens the overview in both")
	void samePasswordTwiceAtOnceOpensTheOverview() {
		String form = this.browser.get("/operator/sign-in").body();
		Map<String, String> fields = Map.of("username", "operator", "password", Operator.PASSWORD, "_csrf",
				Jsoup.parse(form).select("main input[name=_csrf]").val());
		List<TestBrowser> tabs = List.of(this.browser.tab(), this.browser.tab());
		List<CompletableFuture<HttpResponse<String>>> clicks = tabs.stream()
			.map((tab) -> CompletableFuture.supplyAsync(() -> tab.post("/operator/sign-in", fields)))
			.toList();
		assertThat(clicks).extracting((click) -> click.join().headers().firstValue("Location").orElseThrow())
			.containsOnly("/operator");
		assertThat(tabs).allMatch((tab) -> tab.get("/operator").statusCode() == 200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a password of the test", "A password of the tests", "{noop}a password of the tests" })
	void anyOtherPasswordLeadsBackToTheForm(String password) {
		assertThat(signIn(password).document().title()).contains("That is not the password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/operator", "/operator/ledger", "/operator/no-such-page" })
	void pagesAskForTheSignIn(String path) {
		HttpResponse<String> answer = this.browser.get(path);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location")).contains("/operator/sign-in");
	}

	@Test
	void formOpensNoSession() {
		this.browser.get("/operator/sign-in");
		assertThat(this.browser.cookies()).containsOnlyKeys("__Host-mentorprep-operator");
	}

	@Test
	void wrongPasswordOpensNoSession() {
		post("not it");
		assertThat(this.browser.cookies()).doesNotContainKey(SESSION);
	}

	@Test
	void formOfAnotherBrowserSignsNobodyIn() {
		String token = token();
		TestBrowser other = anotherBrowser();
		other.get("/operator/sign-in");
		other.post("/operator/sign-in", Map.of("username", "operator", "password", Operator.PASSWORD, "_csrf", token));
		assertThat(other.get("/operator").statusCode()).isEqualTo(302);
	}

	@Test
	void nothingIsDoneWithoutTheTokenOfAForm() {
		post(Operator.PASSWORD);
		assertThat(this.browser.post("/operator/sign-out", Map.of()).statusCode()).isEqualTo(403);
		assertThat(this.browser.get("/operator").statusCode()).isEqualTo(200);
	}

	@Test
	void signingOutEndsTheSession() {
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		Page page = operator.open(at("/operator"));
		operator.submit(page, "footer form", Map.of());
		assertThat(operator.open(at("/operator")).uri().getPath()).isEqualTo("/operator/sign-in");
	}

	@Test
	void pagesAreNeverFramed() {
		post(Operator.PASSWORD);
		assertThat(List.of(policy("/operator"), policy("/operator/sign-in"), policy("/operator/no-such-page")))
			.allMatch((policy) -> policy.endsWith("frame-ancestors 'none'"));
	}

	@Test
	void launchedUserIsNoOperator() {
		this.browser.launch(this.platform);
		assertThat(this.browser.get("/operator").statusCode()).isEqualTo(302);
	}

	@Test
	void operatorOpensNoLink() {
		String link = anotherBrowser().launch(this.platform);
		post(Operator.PASSWORD);
		assertThat(this.browser.get(link).statusCode()).isEqualTo(401);
	}

	@Test
	void signInEndsTheSessionOfALaunch() {
		String link = this.browser.launch(this.platform);
		String launched = this.browser.cookies().get(SESSION);
		post(Operator.PASSWORD);
		this.browser.cookies().put(SESSION, launched);
		assertThat(this.browser.get(link).statusCode()).isEqualTo(401);
	}

	@Test
	void wrongPasswordLeavesTheSessionOfALaunchAlone() {
		String link = this.browser.launch(this.platform);
		post("not it");
		assertThat(this.browser.get(link + "/no-such-page").statusCode()).isEqualTo(404);
	}

	@Test
	void launchEndsTheSessionOfTheOperator() {
		post(Operator.PASSWORD);
		String operators = this.browser.cookies().get(SESSION);
		Login login = this.browser.login(this.platform);
		this.browser.launch(login, login.token());
		this.browser.cookies().put(SESSION, operators);
		assertThat(this.browser.get("/operator").statusCode()).isEqualTo(302);
	}

	@Test
	void everySignInStandsInTheLedger() {
		signIn(Operator.PASSWORD);
		assertThat(this.ledger.newest(1)).extracting(LedgerEntry::act).containsExactly("operator.signed-in");
	}

	@Test
	void ledgerHoldsNoPassword() {
		signIn("my secret, mistyped");
		assertThat(this.ledger.newest(100).toString()).doesNotContain("mistyped");
	}

	private Page signIn(String password) {
		return Operator.signIn(new FormBrowser(), this.toolUrl.base(), password);
	}

	/** As the form in this browser would. */
	private void post(String password) {
		this.browser.post("/operator/sign-in", Map.of("username", "operator", "password", password, "_csrf", token()));
	}

	private String token() {
		String form = this.browser.get("/operator/sign-in").body();
		return form.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
	}

	private URI at(String path) {
		return this.toolUrl.at(path);
	}

	private String policy(String path) {
		return this.browser.get(path).headers().firstValue("Content-Security-Policy").orElseThrow();
	}

}
