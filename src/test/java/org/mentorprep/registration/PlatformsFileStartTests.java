package org.mentorprep.registration;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

import org.mentorprep.audit.Ledger;
import org.mentorprep.ConfigurationRefused;
import org.mentorprep.platform.MigratedDatabase;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Platforms.Registration;
import org.mentorprep.platform.Proposals;
import org.mentorprep.platform.SeveralNodes;
import org.mentorprep.registration.PlatformsFile.PlatformsFileProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

@Tag("database")
@Tag("sql")
class PlatformsFileStartTests {

	private final MigratedDatabase database = MigratedDatabase.emptied();

	private final Platforms platforms = new Platforms(this.database.jdbc(),
			new Proposals(this.database.jdbc(), Clock.systemUTC()), mock(Ledger.class), Clock.systemUTC());

	private Path file;

	@BeforeEach
	void nameFile(@TempDir Path folder) {
		this.file = folder.resolve("platforms.yaml");
	}

	@Test
	void registersEveryEntryWithItsDeployments() throws IOException {
		startWith(entry("one", "1", "2"), entry("two", "1"));
		assertThat(this.platforms.ofIssuer("https://lms.example.org")).extracting(Platform::clientId)
			.containsExactly("one", "two");
		assertThat(platform("one").deploymentIds()).containsExactlyInAnyOrder("1", "2");
		assertThat(platform("one").enabled()).isTrue();
	}

	@Test
	void idStaysTheSameWhenTheEntryChanges() throws IOException {
		startWith(entry("one", "1"));
		PlatformId id = platform("one").id();
		startWith(entry("one", "2", "3").replace("/jwks", "/keys"));
		assertThat(platform("one").id()).isEqualTo(id);
		assertThat(platform("one").deploymentIds()).containsExactlyInAnyOrder("2", "3");
		assertThat(platform("one").jwksUri()).hasPath("/keys");
	}

	@Test
	void entryThatVanishesIsDisabledAndComesBackAsTheSame() throws IOException {
		startWith(entry("one", "1"), entry("two", "1"));
		PlatformId id = platform("one").id();
		startWith(entry("two", "1"));
		assertThat(this.platforms.find(id)).get().extracting(Platform::enabled).isEqualTo(false);
		assertThat(platform("two").enabled()).isTrue();
		startWith(entry("one", "1"), entry("two", "1"));
		assertThat(platform("one").id()).isEqualTo(id);
		assertThat(platform("one").enabled()).isTrue();
	}

	@Test
	void absentFileDisablesWhatCameByFile() throws IOException {
		startWith(entry("one", "1"));
		Files.delete(this.file);
		start();
		assertThat(platform("one").enabled()).isFalse();
	}

	@Test
	void leavesAloneWhatDidNotComeByTheFile() throws IOException {
		add("dynamic", Platform.Origin.DYNAMIC, Platform.State.PENDING);
		add("manual", Platform.Origin.BY_HAND, Platform.State.ENABLED);
		startWith(entry("one", "1"));
		assertThat(platform("dynamic").state()).isEqualTo(Platform.State.PENDING);
		assertThat(platform("manual").state()).isEqualTo(Platform.State.ENABLED);
	}

	@Test
	void whatTheFileNamesIsTheFilesFromThenOn() throws IOException {
		add("one", Platform.Origin.DYNAMIC, Platform.State.PENDING);
		PlatformId id = platform("one").id();
		startWith(entry("one", "2"));
		assertThat(this.platforms.registration(id)).get()
			.extracting(Registration::origin)
			.isEqualTo(Platform.Origin.FILE);
		assertThat(platform("one").enabled()).isTrue();
		startWith();
		assertThat(platform("one").enabled()).isFalse();
	}

	private void add(String clientId, Platform.Origin origin, Platform.State state) {
		URI lms = URI.create("https://lms.example.org");
		this.platforms.add(new PlatformEntry("An LMS", lms.toString(), clientId, Set.of("1"), lms.resolve("/auth"),
				lms.resolve("/token"), lms.resolve("/jwks")), origin, state);
	}

	@Test
	void badFileChangesNothing() throws IOException {
		startWith(entry("one", "1"));
		assertThatExceptionOfType(ConfigurationRefused.class)
			.isThrownBy(() -> startWith(entry("two", "1"), entry("three")));
		assertThat(this.platforms.all()).singleElement().extracting(Platform::enabled).isEqualTo(true);
	}

	@Test
	void nodesThatStartAtOnceRegisterEachEntryOnce() throws Exception {
		write(entry("one", "1"), entry("two", "1", "2"), entry("three", "1"));
		SeveralNodes.atOnce(() -> {
			start();
			return null;
		});
		assertThat(this.platforms.all()).hasSize(3);
		assertThat(platform("two").deploymentIds()).containsExactlyInAnyOrder("1", "2");
	}

	@Test
	void issuerMatchesToTheLetter() throws IOException {
		startWith(entry("one", "1"));
		assertThat(this.platforms.ofIssuer("https://lms.example.org/")).isEmpty();
		assertThat(this.platforms.ofIssuer("https://LMS.example.org")).isEmpty();
	}

	@Test
	void registrationSpeaksForThePlatformInWordsOfSpringSecurity() throws IOException {
		startWith(entry("one", "1"));
		Platform platform = platform("one");
		ClientRegistration registration = platform.registration();
		assertThat(registration.getRegistrationId()).isEqualTo(platform.id().toString());
		assertThat(registration.getClientId()).isEqualTo("one");
		assertThat(registration.getClientAuthenticationMethod()).isEqualTo(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
		assertThat(registration.getProviderDetails().getIssuerUri()).isEqualTo("https://lms.example.org");
		assertThat(registration.getProviderDetails().getTokenUri()).isEqualTo("https://lms.example.org/token");
	}

	private Platform platform(String clientId) {
		return this.platforms.ofIssuer("https://lms.example.org")
			.stream()
			.filter((platform) -> platform.clientId().equals(clientId))
			.findFirst()
			.orElseThrow();
	}

	private void startWith(String... entries) throws IOException {
		write(entries);
		start();
	}

	private void start() {
		new PlatformsFile(new PlatformsFileProperties(this.file), this.platforms, this.database.transaction())
			.afterPropertiesSet();
	}

	private void write(String... entries) throws IOException {
		Files.writeString(this.file,
				(entries.length != 0) ? "platforms:\n" + String.join("", entries) : "platforms: []\n");
	}

	private static String entry(String clientId, String... deploymentIds) {
		return """
				  - name: An LMS
				    issuer: https://lms.example.org
				    client-id: %s
				    deployment-ids: [%s]
				    authorization-endpoint: https://lms.example.org/auth
				    token-endpoint: https://lms.example.org/token
				    jwks-uri: https://lms.example.org/jwks
				""".formatted(clientId, String.join(", ", deploymentIds));
	}

}
