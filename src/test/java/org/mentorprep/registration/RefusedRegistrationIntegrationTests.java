package org.mentorprep.registration;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import org.mentorprep.testing.FormBrowser;
import org.mentorprep.testing.FormBrowser.Page;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;

import practicelms.registration.RegistrationFault;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is kept out, and how little that costs. */
@IntegrationTest
class RefusedRegistrationIntegrationTests extends RegisteringLms {

	/** Why an invitation is not valid. */
	private enum Invalid {

		MISSING((test, made) -> {
		}), UNKNOWN((test, made) -> {
		}), USED((test, made) -> paste(test.address(made.secret()))),
		EXPIRED((test, made) -> test.jdbc.sql("UPDATE invitation SET expires_at = ? WHERE id = ?")
			.params(Instant.EPOCH.atOffset(ZoneOffset.UTC), made.invitation().id())
			.update()),
		REVOKED((test, made) -> test.invitations.revoke(made.invitation().id())),
		SPENT_BY_FAILURES((test, made) -> test.jdbc.sql("UPDATE invitation SET tries = 10 WHERE id = ?")
			.param(made.invitation().id())
			.update());

		private final BiConsumer<RegisteringLms, Invitations.Made> spoil;

		Invalid(BiConsumer<RegisteringLms, Invitations.Made> spoil) {
			this.spoil = spoil;
		}

	}

	@ParameterizedTest(name = "case 166: {0} invitation: 403 and no request leaves the house")
	@EnumSource
	void withoutAValidInvitationNothingHappens(Invalid invalid) {
		Invitations.Made made = this.invitations.make(NAME, host(lms));
		invalid.spoil.accept(this, made);
		lms.registrar().clear();
		String address = switch (invalid) {
			case MISSING -> this.toolUrl.at("/lti/register?x=y").toString();
			case UNKNOWN -> address(UUID.randomUUID().toString());
			default -> address(made.secret());
		};
		Page page = paste(address);
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.find(".code").text()).matches("\\w{4}-\\w{4}");
		assertThat(lms.registrar().configurations()).isZero();
	}

	@Test
	@DisplayName("case 166: while one registration is under way, nobody else uses its invitation")
	void invitationIsUsedByOneAtATime() {
		Invitations.Made made = this.invitations.make(NAME, host(lms));
		this.invitations.take(made.invitation());
		assertThat(paste(address(made.secret())).status()).isEqualTo(403);
		assertThat(lms.registrar().configurations()).isZero();
	}

	@ParameterizedTest(name = "case 167: a configuration at {0} is refused")
	@CsvSource({ "http://lms.example.org, lms.example.org", "http://localhost, localhost",
			"https://localhost, localhost", "https://10.1.2.3, 10.1.2.3", "https://192.168.0.1, 192.168.0.1",
			"https://169.254.169.254, 169.254.169.254", "https://[::1], [::1]", "https://[fd00::1], [fd00::1]",
			"https://[fe80::1], [fe80::1]", "https://2130706433, 2130706433", "ftp://127.0.0.1, 127.0.0.1",
			"https://me@127.0.0.1, 127.0.0.1", "no-url, no-url" })
	void configurationElsewhereIsRefused(String origin, String host) {
		String secret = this.invitations.make(NAME, host).secret();
		assertThat(visit(address(secret), origin + "/openid-configuration").status()).isEqualTo(400);
	}

	@Test
	@DisplayName("case 167: an invitation is good for its own host only")
	void otherHostIsRefused() {
		String secret = this.invitations.make(NAME, "lms.example.org").secret();
		assertThat(paste(address(secret)).status()).isEqualTo(403);
		assertThat(lms.registrar().configurations()).isZero();
	}

	@ParameterizedTest(name = "case 167: a configuration that is {0} is refused, and asked for once")
	@CsvSource({ "REDIRECT, 424", "PRIVATE_ENDPOINT, 400", "SLOW, 424", "HUGE, 424" })
	void badConfigurationIsRefusedAndAskedForOnce(RegistrationFault fault, int status) {
		assertThat(pasteSpoiled(invited(), fault).status()).isEqualTo(status);
		assertThat(lms.registrar().configurations()).isOne();
		assertThat(lms.registrar().requests()).isEmpty();
	}

	@Test
	@DisplayName("case 168: a configuration that speaks for an issuer at another host is refused")
	void issuerAtAnotherHostIsRefused() {
		assertThat(pasteSpoiled(invited(), RegistrationFault.FOREIGN_ISSUER).status()).isEqualTo(422);
		assertThat(lms.registrar().requests()).isEmpty();
	}

	@Test
	@DisplayName("case 169: all missing fields are named at once")
	void missingFieldsAreNamed() {
		Page page = pasteSpoiled(invited(), RegistrationFault.MISSING_FIELDS);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.document().select("main code").eachText()).containsExactly("token_endpoint", "jwks_uri");
	}

	@Test
	void previewOfTheAddressSpendsNothing() {
		String address = invited();
		Page preview = new FormBrowser().open(URI.create(address));
		assertThat(preview.status()).isEqualTo(200);
		assertThat(preview.find("h1").text()).isEqualTo("This address is for your learning platform");
		assertThat(paste(address).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("F8: pages of a registration may be framed wherever the LMS shows its own")
	void pagesAreFramedWhereverTheLmsIs() {
		String path = invited().substring(this.toolUrl.base().toString().length());
		assertThat(new TestBrowser(this.toolUrl.base()).get(path + "&openid_configuration=" + configuration())
			.headers()
			.firstValue("Content-Security-Policy")).get().asString().endsWith("frame-ancestors *");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void logHoldsNoSecretAndNoToken(CapturedOutput output) {
		String address = invited();
		pasteSpoiled(address, RegistrationFault.ERROR_TEXT);
		assertThat(output).contains("Registration refused")
			.doesNotContain(address.replaceAll(".*=", ""))
			.doesNotContain("Bearer")
			.doesNotContain("domain_targetlinkuri_mismatch");
	}

	@Test
	void databaseHoldsNoSecret() {
		String secret = this.invitations.make(NAME, host(lms)).secret();
		assertThat(this.jdbc.sql("SELECT * FROM invitation").query().listOfRows().toString()).doesNotContain(secret);
	}

}
