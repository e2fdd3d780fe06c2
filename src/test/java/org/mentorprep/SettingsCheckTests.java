package org.mentorprep;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Settings that are misspelt, or make no sense, end the start. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsCheckTests {

	private final SettingNames names = SettingNames.load();

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private final Map<String, Object> variables = new LinkedHashMap<>();

	@BeforeEach
	void right() {
		this.properties.put("mentorprep.public-url", "https://mentors.example.org");
	}

	@Test
	void compilerWritesDownEverySetting() {
		assertThat(this.names.types()).containsKeys("mentorprep.public-url", "mentorprep.time-zone",
				"mentorprep.platforms-file", "mentorprep.content.variables", "mentorprep.passback.lease",
				"mentorprep.registration.allowed-hosts", "mentorprep.services.read-timeout", "mentorprep.keys.secret",
				"mentorprep.limits.enabled", "mentorprep.operator.password");
		assertThat(this.names.types().keySet()).allMatch((name) -> name.startsWith("mentorprep."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mentorprep.passback.poll-interval", "mentorprep.passback.pollInterval",
			"mentorprep.passback.poll_interval", "mentorprep.content.variables[term.mentee]",
			"mentorprep.content.variables.mentee", "mentorprep.content.packs[0]",
			"mentorprep.registration.allowed-hosts[1]", "mentorprepared.x", "spring.mentorprep" })
	void settingMayBeWrittenInEachOfSpringsWays(String name) {
		this.properties.put(name, "5s");
		assertThat(this.names.unknown(environment())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "MENTORPREP_PUBLIC_URL", "MENTORPREP_PUBLICURL", "MENTORPREP_PASSBACK_POLLINTERVAL",
			"MENTORPREP_CONTENT_PACKS_0", "MENTORPREP_SERVICE_HOST", "MENTORPREP_PORT_8080_TCP_ADDR", "MENTORPREP_PORT",
			"MENTORPREP_POSTGRESQL_SERVICE_HOST", "MENTORPREP_DB_PORT_5432_TCP_ADDR" })
	void variableOfTheEnvironmentIsKnown(String name) {
		this.variables.put(name, "5s");
		assertThat(this.names.unknown(environment())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "mentorprep.public-ulr, mentorprep.public-url", "mentorprep.passback.leese, mentorprep.passback.lease",
			"mentorprep.key.secret, mentorprep.keys.secret", "mentorprep.passback.lease.x, mentorprep.passback.lease" })
	void misspeltNameIsToldWithTheNearest(String name, String nearest) {
		this.properties.put(name, "1");
		assertThat(problems()).containsExactly("There is no setting " + name + ". The nearest is " + nearest + ".");
	}

	@Test
	void misspeltVariableIsToldWithTheNearest() {
		this.variables.put("MENTORPREP_OPERATOR_PASWORD", "secret");
		assertThat(problems()).containsExactly("There is no setting MENTORPREP_OPERATOR_PASWORD "
				+ "(a variable of the environment). The nearest is MENTORPREP_OPERATOR_PASSWORD.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					mentorprep.passback.backoff | 0s | mentorprep.passback.backoff (PT0S) must be longer than zero.
					mentorprep.passback.lease | -5s | mentorprep.passback.lease (PT-5S) must be at least 1s.
					mentorprep.passback.batch | 0 | mentorprep.passback.batch (0) must be greater than 0.
					mentorprep.services.read-timeout | 0s | mentorprep.services.read-timeout (PT0S) must be longer than zero.
					mentorprep.registration.time-limit | -1s | mentorprep.registration.time-limit (PT-1S) must be longer than zero.
					mentorprep.limits.sign-ins-per-minute | -1 | mentorprep.limits.sign-ins-per-minute (-1) must be greater than 0.
					mentorprep.keys.keep | -7d | mentorprep.keys.keep (PT-168H) must not be negative.
					mentorprep.keys.secret | fifteen letters | mentorprep.keys.secret has fewer than 16 characters.
					mentorprep.keys.rotate-every | 1h | mentorprep.keys.rotate-every must be longer than mentorprep.keys.publish-ahead, or zero.
					mentorprep.passback.lease | soon | mentorprep.passback.lease 'soon' is not a duration, such as 500ms, 30s, 10m or 7d.
					mentorprep.passback.lanes | four | mentorprep.passback.lanes 'four' is not a whole number.
					mentorprep.limits.enabled | perhaps | mentorprep.limits.enabled 'perhaps' is neither true nor false.
					mentorprep.time-zone | Europe/Atlantis | mentorprep.time-zone 'Europe/Atlantis' is not a time zone, such as Europe/London.
					mentorprep.public-url | ftp://a | mentorprep.public-url 'ftp://a' is not an absolute URL that begins with https://.
					""")
	void valueThatMakesNoSenseIsTold(String name, String value, String problem) {
		this.properties.put(name, value);
		assertThat(problems()).containsExactly(problem);
	}

	@ParameterizedTest
	@CsvSource({ "mentorprep.keys.rotate-every, 0", "mentorprep.keys.publish-ahead, 0s", "mentorprep.keys.secret, ''",
			"mentorprep.content.packs, ''", "mentorprep.registration.allowed-hosts, ''" })
	void valueThatSwitchesSomethingOffIsTaken(String name, String value) {
		this.properties.put(name, value);
		assertThat(problems()).isEmpty();
	}

	@Test
	void everythingIsToldAtOnceAndTheDatabaseIsNotTouched(@TempDir Path folder, CapturedOutput output) {
		SpringApplication tool = new SpringApplication(MentorprepApplication.class);
		assertThatExceptionOfType(ConfigurationRefused.class)
			.isThrownBy(() -> tool.run("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("data"),
					"--mentorprep.public-ulr=https://mentors.example.org", "--mentorprep.passback.lease=0s",
					"--mentorprep.passback.leese=1s", "--mentorprep.keys.secret=fifteen letters",
					"--mentorprep.limits.enabled=perhaps"))
			.satisfies((refused) -> assertThat(refused.problems()).hasSize(5));
		assertThat(output).contains("The configuration is refused:", "- There is no setting mentorprep.public-ulr.",
				"- There is no setting mentorprep.passback.leese.",
				"- mentorprep.keys.secret has fewer than 16 characters.",
				"- mentorprep.limits.enabled 'perhaps' is neither true nor false.",
				"- mentorprep.passback.lease (PT0S) must be at least 1s.");
		assertThat(output).doesNotContain("fifteen letters", "\tat org.");
		assertThat(folder).isEmptyDirectory();
	}

	private List<String> problems() {
		try {
			SettingsCheck.check(this.names, environment());
			return List.of();
		}
		catch (ConfigurationRefused ex) {
			return ex.problems();
		}
	}

	private StandardEnvironment environment() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((source) -> environment.getPropertySources().remove(source.getName()));
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					this.variables));
		environment.getPropertySources().addFirst(new MapPropertySource("file", this.properties));
		return environment;
	}

}
