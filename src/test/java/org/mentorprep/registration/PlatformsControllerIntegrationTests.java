package org.mentorprep.registration;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import org.mentorprep.audit.Ledger;
import org.mentorprep.audit.LedgerEntry;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.RoleMapping;
import org.mentorprep.platform.ToolUrl;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;
import org.mentorprep.testing.TestBrowser;

import practicelms.PracticeLms;

import static org.assertj.core.api.Assertions.assertThat;

/** What the operator sees of platforms, and does. */
@IntegrationTest
class PlatformsControllerIntegrationTests {

	@Autowired
	private ToolUrl toolUrl;

	@Autowired
	private PracticeLms lms;

	@Autowired
	private Platforms platforms;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private Ledger ledger;

	private final String issuer = "https://" + UUID.randomUUID() + ".example.org";

	private FormBrowser operator;

	@BeforeEach
	void signIn() {
		this.operator = Operator.signedIn(this.toolUrl.base());
	}

	@Test
	void platformOfTheFileIsShownAndNotToBeChanged() {
		Page page = this.operator.open(at("/" + practice().id()));
		assertThat(page.find(".state").text()).isEqualTo("Active from the platforms file");
		assertThat(page.has("#enable, #disable")).isFalse();
	}

	@Test
	void platformOfTheFileIsNotChangedByAFormEither() {
		PlatformId id = practice().id();
		Page other = this.operator.open(at("/" + added(Platform.State.ENABLED)));
		String token = other.find("main [name=_csrf]").val();
		assertThat(this.operator.post(at("/" + id + "/disabling"), Map.of("_csrf", token)).status()).isEqualTo(409);
		assertThat(practice().enabled()).isTrue();
	}

	@Test
	void listShowsEachPlatformWithItsState() {
		PlatformId id = added(Platform.State.PENDING);
		Page page = this.operator.open(at(""));
		assertThat(page.find("tr:has(a[href$=" + id + "])").text()).contains("A platform", this.issuer,
				"Waiting for its first launch", "never");
	}

	@ParameterizedTest(name = "case 173: {1} a platform that is {0} makes it {2} and stands in the ledger")
	@CsvSource({ "PENDING, enable, ENABLED, platform.approved", "PENDING, disable, DISABLED, platform.disabled",
			"ENABLED, disable, DISABLED, platform.disabled", "DISABLED, enable, ENABLED, platform.enabled" })
	void eachChangeStandsInTheLedger(Platform.State before, String button, Platform.State after, String act) {
		PlatformId id = added(before);
		Page page = this.operator.open(at("/" + id));
		this.operator.submit(page, "form:has(#" + button + ")", Map.of());
		assertThat(this.platforms.find(id)).get().extracting(Platform::state).isEqualTo(after);
		assertThat(lines(this.issuer)).containsExactly(act);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/enabling", "/disabling" })
	void nothingChangesWithoutTheTokenOfAForm(String change) {
		PlatformId id = added(Platform.State.PENDING);
		this.operator.post(at("/" + id + change), Map.of());
		assertThat(this.platforms.find(id)).get().extracting(Platform::state).isEqualTo(Platform.State.PENDING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/new", "/" + "00000000-0000-0000-0000-000000000000" })
	void nobodyElseSeesThePages(String path) {
		assertThat(new TestBrowser(this.toolUrl.base()).get("/operator/platforms" + path).statusCode()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "/00000000-0000-0000-0000-000000000000, 404", "/x, 404" })
	void whatIsNotThereIsNotFound(String path, int status) {
		assertThat(this.operator.open(at(path)).status()).isEqualTo(status);
	}

	@Test
	@DisplayName("case 166: an invitation is shown once, and withdrawn it opens nothing")
	void invitationIsShownOnceAndCanBeWithdrawn() {
		String name = "Invited " + UUID.randomUUID();
		Page made = invite(name, "https://Learn.Hartley.example/moodle/");
		String address = made.find("#address").val();
		assertThat(address).startsWith(this.toolUrl.base() + "/lti/register?invitation=");
		Page list = this.operator.open(at(""));
		assertThat(list.document().html()).doesNotContain(address.replaceAll(".*=", ""));
		assertThat(list.find("li:contains(" + name + ") p").text()).startsWith("For learn.hartley.example, until");
		this.operator.submit(list, "li:contains(" + name + ") form", Map.of());
		assertThat(new FormBrowser().open(URI.create(address)).status()).isEqualTo(403);
		assertThat(lines(name)).containsExactly("platform.invitation-revoked", "platform.invited");
	}

	@Test
	void invitationThatIsIncompleteComesBackWithWhatWasTyped() {
		Page page = invite("", "not a host");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find("#host").val()).isEqualTo("not a host");
		assertThat(page.document().select(".message-bad li")).hasSize(2);
	}

	@Test
	@DisplayName("F19: a name that turns the words around it is taken by no form of the operator")
	void nameThatTurnsWordsAroundIsNotTaken() {
		String name = "Hartley \u202Eloohcs";
		assertThat(invite(name, "learn.example").status()).isEqualTo(422);
		Map<String, String> form = new HashMap<>(form());
		form.put("name", name);
		assertThat(add(form).status()).isEqualTo(422);
		assertThat(this.platforms.ofIssuer(this.issuer)).isEmpty();
	}

	@Test
	@DisplayName("F11: what roles give is changed by one line in the ledger; what can't be read changes nothing")
	void rolesAreChanged() {
		Page page = add(form());
		Page bad = this.operator.submit(page, "form[action$=/roles]", Map.of("roles", "institution#Staff: everything"));
		assertThat(bad.status()).isEqualTo(422);
		assertThat(typedIn().roles()).isEqualTo(RoleMapping.DEFAULT);
		this.operator.submit(page, "form[action$=/roles]", Map.of("roles", "institution#Staff: staff"));
		assertThat(typedIn().roles().inOneLine()).contains("institution#Staff");
		assertThat(lines("Typed in").get(0)).isEqualTo("platform.roles-changed");
	}

	@Test
	void platformIsRegisteredByHand() {
		Page page = add(form());
		assertThat(page.find("h1").text()).isEqualTo("Typed in");
		assertThat(this.platforms.ofIssuer(this.issuer)).singleElement().satisfies((platform) -> {
			assertThat(platform.enabled()).isTrue();
			assertThat(platform.deploymentIds()).containsExactlyInAnyOrder("1", "2");
		});
		assertThat(lines("Typed in").get(0)).isEqualTo("platform.added");
	}

	@Test
	void allProblemsAreToldAtOnceAndWhatWasTypedStays() {
		Map<String, String> form = new HashMap<>(form());
		form.putAll(Map.of("name", " ", "issuer", "http://lms.example.org", "deploymentIds", "1\n1", "jwksUri", "x y",
				"tokenEndpoint", ""));
		Page page = add(form);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.document().select(".field-error").eachAttr("id")).containsExactlyInAnyOrder("name-error",
				"issuer-error", "deploymentIds-error", "jwksUri-error", "tokenEndpoint-error");
		assertThat(page.find("#issuer").val()).isEqualTo("http://lms.example.org");
		assertThat(page.find("#deploymentIds").wholeText().strip()).isEqualTo("1\n1");
	}

	@Test
	@DisplayName("case 172: by hand, too, an issuer and client id stand in the list once")
	void sameRegistrationByHandIsRefused() {
		add(form());
		assertThat(add(form()).find("#clientId-error").text()).contains("registered already");
	}

	@Test
	@DisplayName("F8, F9: sites and audience are typed in the form, and changed later by one line in the ledger")
	void sitesAndAudienceAreTypedAndChanged() {
		Map<String, String> form = new HashMap<>(form());
		form.putAll(Map.of("sites", "https://One.example/", "tokenAudience", "an audience", "deploymentIds", ""));
		Page page = add(form);
		assertThat(typedIn().sites()).containsExactly("https://one.example");
		assertThat(typedIn().tokenAudience()).isEqualTo("an audience");
		this.operator.submit(page, "#change",
				Map.of("sites", "https://two.example\nhttps://three.example:444", "tokenAudience", ""));
		assertThat(typedIn().sites()).containsExactlyInAnyOrder("https://two.example", "https://three.example:444");
		assertThat(typedIn().tokenAudience()).isNull();
		assertThat(lines("Typed in").get(0)).isEqualTo("platform.sites-changed");
	}

	@Test
	@DisplayName("F8: what is no site is not taken, and what was typed stays")
	void whatIsNoSiteComesBack() {
		Page page = this.operator.submit(add(form()), "#change", Map.of("sites", "https://lms.example/course"));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find("#sites-error").text()).contains("leave out everything after the host");
		assertThat(page.find("#sites").text()).isEqualTo("https://lms.example/course");
		assertThat(typedIn().sites()).isEmpty();
	}

	@Test
	@DisplayName("F8: sites of a platform of the file are changed there alone")
	void sitesOfTheFileAreNotChangedByAForm() {
		String token = this.operator.open(at("/" + added(Platform.State.ENABLED))).find("main [name=_csrf]").val();
		assertThat(this.operator
			.post(at("/" + practice().id() + "/sites"), Map.of("_csrf", token, "sites", "https://a.example"))
			.status()).isEqualTo(409);
		assertThat(practice().sites()).isEmpty();
	}

	@Test
	void sheetHoldsTheAddressesOfThisTool() {
		assertThat(this.operator.open(at("/new")).find("main dl").text()).contains(
				this.toolUrl.at("/lti/launch").toString(), this.toolUrl.at("/lti/login").toString(),
				this.toolUrl.at("/.well-known/jwks.json").toString());
	}

	private Page invite(String name, String host) {
		return this.operator.submit(this.operator.open(at("")), "form[action$=/invitations]",
				Map.of("name", name, "host", host));
	}

	private Page add(Map<String, String> form) {
		return this.operator.submit(this.operator.open(at("/new")), "main form", form);
	}

	private Map<String, String> form() {
		return Map.of("name", "Typed in", "issuer", this.issuer, "clientId", "client", "deploymentIds", "1\n 2 \n",
				"authorizationEndpoint", this.issuer + "/auth", "tokenEndpoint", this.issuer + "/token", "jwksUri",
				this.issuer + "/jwks");
	}

	private PlatformId added(Platform.State state) {
		URI lms = URI.create(this.issuer);
		PlatformEntry entry = new PlatformEntry("A platform", this.issuer, "client", Set.of("1"), lms.resolve("/auth"),
				lms.resolve("/token"), lms.resolve("/jwks"));
		return this.transaction.execute((status) -> this.platforms.add(entry, Platform.Origin.DYNAMIC, state));
	}

	private Platform typedIn() {
		return this.platforms.ofIssuer(this.issuer).get(0);
	}

	private Platform practice() {
		return this.platforms.ofIssuer(this.lms.baseUrl()).get(0);
	}

	/** Acts on whatever has this name or address, newest first. */
	private List<String> lines(String subject) {
		return this.ledger.newest(100)
			.stream()
			.filter((line) -> List.of(line.subject(), line.detail()).contains(subject))
			.map(LedgerEntry::act)
			.toList();
	}

	private URI at(String path) {
		return this.toolUrl.at("/operator/platforms" + path);
	}

}
