package org.mentorprep.registration;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.Proposals;
import org.mentorprep.registration.Invitations.Invitation;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;
import org.mentorprep.testing.TestBrowser;

import practicelms.course.Tool;
import practicelms.registration.Registrar;
import practicelms.registration.RegistrationFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An LMS registers itself, as Moodle does it, and as it should not be done. */
@IntegrationTest
@Tag("sql")
class LmsRegistrationIntegrationTests extends RegisteringLms {

	private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

	@Test
	@DisplayName("case 173: a new platform arrives pending, with what the LMS said")
	void newPlatformArrivesPending() {
		assertThat(paste(invited()).status()).isEqualTo(200);
		assertThat(registered()).singleElement().satisfies((platform) -> {
			assertThat(platform.state()).isEqualTo(Platform.State.PENDING);
			assertThat(platform.name()).isEqualTo(NAME);
			assertThat(platform.clientId()).isEqualTo(tool().clientId());
			assertThat(platform.deploymentIds()).containsExactly(tool().deploymentId());
			assertThat(platform.tokenEndpoint()).isEqualTo(URI.create(lms.baseUrl() + "/token"));
			assertThat(platform.jwksUri()).isEqualTo(URI.create(lms.baseUrl() + "/jwks"));
		});
	}

	@Test
	@DisplayName("case 173: the first valid launch enables a pending platform, and the ledger says so")
	void firstValidLaunchEnables() {
		paste(invited());
		Platform platform = registered().get(0);
		lms.tools().activate(tool().typeId());
		assertThat(launch().find("h1").text()).contains("Judgementoring");
		assertThat(registered()).extracting(Platform::state).containsExactly(Platform.State.ENABLED);
		assertThat(actsOn(platform.id())).containsExactly("platform.first-launch", "platform.registered");
	}

	@Test
	@DisplayName("case 167: keys are not fetched from a host that turned private after the registration")
	void keysAreNotFetchedFromAHostThatTurnedPrivate() {
		paste(invited());
		this.jdbc.sql("UPDATE platform SET jwks_uri = ? WHERE issuer = ?")
			.params(lms.baseUrl().replace("127.0.0.1", "localhost") + "/jwks", lms.baseUrl())
			.update();
		lms.tools().activate(tool().typeId());
		assertThat(launch().status()).isEqualTo(503);
	}

	@Test
	@DisplayName("case 173: a launch that is not valid leaves a platform pending")
	void invalidLaunchEnablesNothing() {
		paste(invited());
		this.jdbc.sql("UPDATE platform SET jwks_uri = ? WHERE issuer = ?")
			.params(this.toolUrl.at("/.well-known/jwks.json").toString().replace("localhost", "127.0.0.1"),
					lms.baseUrl())
			.update();
		lms.tools().activate(tool().typeId());
		assertThat(launch().status()).isEqualTo(401);
		assertThat(registered()).extracting(Platform::state).containsExactly(Platform.State.PENDING);
	}

	@Test
	void disabledPlatformIsNotEnabledByALaunch() {
		paste(invited());
		disable();
		lms.tools().activate(tool().typeId());
		assertThat(launch().status()).isEqualTo(403);
		assertThat(registered()).extracting(Platform::state).containsExactly(Platform.State.DISABLED);
	}

	@Test
	@DisplayName("case 174: the last page closes towards the platform's origin, not *")
	void lastPageClosesTowardsThePlatform() {
		Page page = paste(invited());
		assertThat(page.find("#close").attr("data-origin")).isEqualTo(lms.baseUrl());
		assertThat(page.find("main script").attr("src")).startsWith("/js/close");
	}

	@Test
	void lastPageSaysWhatComesNextInMoodle() {
		assertThat(paste(invited()).find("main ol").text()).contains("press ‘Activate’", "Show in activity chooser");
	}

	@Test
	@DisplayName("case 170: a registration token is sent as bearer")
	void tokenIsSentAsBearer() {
		paste(invited());
		assertThat(request().authorization()).startsWith("Bearer eyJ");
	}

	@Test
	@DisplayName("case 170: without a registration token none is sent")
	void withoutATokenNoneIsSent() {
		assertThat(visit(invited(), configuration()).status()).isEqualTo(424);
		assertThat(request().authorization()).isNull();
	}

	@Test
	void asksForWhatIsNeededAndNoMore() {
		paste(invited());
		JsonNode client = JsonMapper.shared().readTree(request().body());
		assertThat(client.path("scope").asString().split(" ")).hasSize(4)
			.allMatch((scope) -> scope.matches(
					".*/(lti-ags/scope/(lineitem|result.readonly|score)|lti-nrps/scope/contextmembership.readonly)"));
		assertThat(client.path(TOOL).path("claims")).extracting(JsonNode::asString)
			.containsExactly("iss", "sub", "name", "given_name", "family_name");
	}

	@Test
	void saysWhereItIsToTheLetter() {
		paste(invited());
		JsonNode client = JsonMapper.shared().readTree(request().body());
		assertThat(client.path("redirect_uris").path(0).asString()).isEqualTo(at("/lti/launch"));
		assertThat(client.path("initiate_login_uri").asString()).isEqualTo(at("/lti/login"));
		assertThat(client.path("jwks_uri").asString()).isEqualTo(at("/.well-known/jwks.json"));
		assertThat(client.path(TOOL).path("domain").asString()).isEqualTo(this.toolUrl.base().getAuthority());
		assertThat(client.path(TOOL).path("messages").path(0).path("type").asString())
			.isEqualTo("LtiDeepLinkingRequest");
		assertThat(client.path(TOOL).path("custom_parameters").path("ctx_history").asString())
			.isEqualTo("$Context.id.history");
	}

	@Test
	@DisplayName("case 172: the same platform again is refused before the LMS is told, and costs no invitation")
	void samePlatformAgainIsAConflict() {
		paste(invited());
		String second = invited();
		assertThat(paste(second).status()).isEqualTo(409);
		assertThat(lms.registrar().requests()).hasSize(1);
		assertThat(registered()).hasSize(1);
		assertThat(new TestBrowser(this.toolUrl.base()).get(second.substring(at("").length())).statusCode())
			.isEqualTo(200);
	}

	@Test
	@DisplayName("case 172: the same client id of a disabled registration is refused, too")
	void sameClientIdIsAConflict() {
		pasteSpoiled(invited(), RegistrationFault.KNOWN_CLIENT_ID);
		disable();
		assertThat(pasteSpoiled(invited(), RegistrationFault.KNOWN_CLIENT_ID).status()).isEqualTo(409);
		assertThat(registered()).hasSize(1);
	}

	@Test
	void platformThatWasAddedByHandMeanwhileKeepsARegistrationOut(@Autowired TransactionTemplate transaction) {
		Invitation invitation = this.invitations.make(NAME, host(lms)).invitation();
		transaction.executeWithoutResult(
				(status) -> this.platforms.add(entry("by-hand"), Platform.Origin.BY_HAND, Platform.State.ENABLED));
		assertThatExceptionOfType(RegistrationRefused.class)
			.isThrownBy(() -> this.invitations.spend(invitation, entry("by-itself"), Set.of()))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(RegistrationRefused.Reason.KNOWN));
		assertThat(this.platforms.ofIssuer(lms.baseUrl())).extracting(Platform::clientId).containsExactly("by-hand");
	}

	private static PlatformEntry entry(String clientId) {
		URI lmsUrl = URI.create(lms.baseUrl());
		return new PlatformEntry(NAME, lms.baseUrl(), clientId, Set.of("1"), lmsUrl, lmsUrl, lmsUrl);
	}

	@Test
	void disabledRegistrationCanBeReplaced() {
		paste(invited());
		disable();
		assertThat(paste(invited()).status()).isEqualTo(200);
		assertThat(registered()).extracting(Platform::state)
			.containsExactlyInAnyOrder(Platform.State.DISABLED, Platform.State.PENDING);
	}

	@Test
	@DisplayName("case 171, F10: an answer without deployment is kept, and the first launch brings it")
	void answerWithoutDeploymentIsKept() {
		Page page = pasteSpoiled(invited(), RegistrationFault.NO_DEPLOYMENT_ID);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.find("main ol").text()).contains("This first opening will be refused");
		assertThat(registered()).singleElement().satisfies((platform) -> {
			assertThat(platform.state()).isEqualTo(Platform.State.PENDING);
			assertThat(platform.deploymentIds()).isEmpty();
		});
		lms.tools().activate(tool().typeId());
		Page refused = launch();
		assertThat(refused.status()).isEqualTo(403);
		assertThat(registered()).extracting(Platform::state).containsExactly(Platform.State.PENDING);
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		Page overview = operator.open(this.toolUrl.at("/operator/platforms/" + registered().get(0).id()));
		operator.submit(overview, "#waiting form", Map.of());
		assertThat(launch().find("h1").text()).contains("Judgementoring");
		assertThat(registered()).singleElement().satisfies((platform) -> {
			assertThat(platform.state()).isEqualTo(Platform.State.ENABLED);
			assertThat(platform.deploymentIds()).containsExactly(tool().deploymentId());
		});
	}

	@Test
	@DisplayName("F8: an LMS of two hosts lets people in by a window, and the operator confirms the second host once")
	void secondHostIsConfirmedOnce() {
		paste(invited());
		lms.site().split(true);
		lms.tools().activate(tool().typeId());
		assertThat(launch().status()).isEqualTo(200);
		FormBrowser operator = Operator.signedIn(this.toolUrl.base());
		Page overview = operator.open(this.toolUrl.at("/operator"));
		assertThat(overview.find("main dl").text()).containsPattern("decisions? waits? for you");
		Page platform = operator.open(this.toolUrl.at("/operator/platforms/" + registered().get(0).id()));
		assertThat(platform.find("#waiting li").text()).contains(lms.site().pagesUrl());
		assertThat(operator.submit(platform, "#waiting form", Map.of()).has("#waiting")).isFalse();
		assertThat(registered().get(0).sites()).containsExactly(lms.site().pagesUrl());
		launch();
		assertThat(operator.open(platform.uri()).has("#waiting")).isFalse();
	}

	@Test
	@DisplayName("F8: what the configuration names at another host is proposed, and has no effect until it is accepted")
	void whatTheConfigurationNamesIsProposed(@Autowired Proposals proposals) {
		Invitation invitation = this.invitations.make(NAME, host(lms)).invitation();
		this.invitations.spend(invitation, entry("by-itself"), Set.of("https://pages.lms.example", lms.baseUrl()));
		Platform platform = registered().get(0);
		assertThat(platform.sites()).isEmpty();
		assertThat(proposals.waiting(platform.id())).extracting(Proposals.Proposal::proposed)
			.containsExactly("https://pages.lms.example");
	}

	@Test
	@DisplayName("F9: the authorization_server of the configuration is what tokens are asked for")
	void authorizationServerIsKept() {
		lms.site().tokenAudience("https://api.lms.example/auth");
		paste(invited());
		assertThat(registered()).extracting(Platform::tokenAudience).containsExactly("https://api.lms.example/auth");
	}

	@ParameterizedTest(name = "case 171: {0}: nothing is stored")
	@EnumSource(names = "NO_CLIENT_ID")
	void nothingIsStoredOfHalfAnAnswer(RegistrationFault fault) {
		Page page = pasteSpoiled(invited(), fault);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.find("main code").text()).isEqualTo(fault.name().substring(3).toLowerCase());
		assertThat(registered()).isEmpty();
	}

	@Test
	@DisplayName("case X16: a reason in bare text is shown, and the invitation still works")
	void reasonInBareTextIsShown() {
		String address = invited();
		Page page = pasteSpoiled(address, RegistrationFault.ERROR_TEXT);
		assertThat(page.status()).isEqualTo(424);
		assertThat(page.find("main").text()).contains("domain_targetlinkuri_mismatch");
		lms.registrar().clear();
		assertThat(paste(address).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("case X16: an error page of HTML is not quoted")
	void errorPageIsNotQuoted() {
		Page page = pasteSpoiled(invited(), RegistrationFault.ERROR_PAGE);
		assertThat(page.status()).isEqualTo(424);
		assertThat(page.find("main").text()).doesNotContain("says").contains("Reference");
	}

	private static Registrar.Request request() {
		return lms.registrar().requests().get(0);
	}

	private static Tool tool() {
		return lms.tools().all().get(1);
	}

	private String at(String path) {
		return this.toolUrl.base() + path;
	}

}
