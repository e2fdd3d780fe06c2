package org.mentorprep.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.ConfigurationRefused;
import org.mentorprep.platform.PlatformEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PlatformsFileTests {

	/** Each bad file spoils one thing in this one. */
	private static final String VALID = """
			platforms:
			  - name: Practice LMS
			    issuer: http://127.0.0.1:9000
			    client-id: practice-client
			    deployment-ids: [practice-1]
			    authorization-endpoint: http://127.0.0.1:9000/auth
			    token-endpoint: http://127.0.0.1:9000/token
			    jwks-uri: http://127.0.0.1:9000/jwks
			""";

	private Path file;

	@BeforeEach
	void nameFile(@TempDir Path folder) {
		this.file = folder.resolve("platforms.yaml");
	}

	@Test
	void readsEveryField() throws IOException {
		assertThat(read(VALID)).containsExactly(new PlatformEntry("Practice LMS", "http://127.0.0.1:9000",
				"practice-client", Set.of("practice-1"), URI.create("http://127.0.0.1:9000/auth"),
				URI.create("http://127.0.0.1:9000/token"), URI.create("http://127.0.0.1:9000/jwks")));
	}

	@Test
	@DisplayName("F8, F9: the file says where an LMS is besides, and what its tokens are asked for")
	void readsSitesAndAudience() throws IOException {
		assertThat(read(VALID + """
				    token-audience: https://api.brightspace.com/auth/token
				    sites: ["https://School.brightspace.com/", "https://school.brightspace.com:8443"]
				""")).first().satisfies((entry) -> {
			assertThat(entry.tokenAudience()).isEqualTo("https://api.brightspace.com/auth/token");
			assertThat(entry.sites()).containsExactlyInAnyOrder("https://school.brightspace.com",
					"https://school.brightspace.com:8443");
		});
	}

	@ParameterizedTest
	@DisplayName("F8: a site is scheme, host and port, on TLS")
	@ValueSource(strings = { "https://lms.example/course", "http://lms.example", "lms.example",
			"https://lms.example?a=b", "https://*.lms.example", "https://u@lms.example" })
	void refusesWhatIsNoSite(String site) {
		assertThat(problemsOf(VALID + "    sites: ['" + site + "']\n")).singleElement()
			.asString()
			.startsWith(this.file + ":9: platforms[1].sites");
	}

	@Test
	void readsSeveralDeploymentsAndTakesNumbersToTheLetter() throws IOException {
		assertThat(read(VALID.replace("[practice-1]", "[1, '02', 0x10]"))).first()
			.extracting(PlatformEntry::deploymentIds)
			.isEqualTo(Set.of("1", "02", "0x10"));
	}

	@Test
	void readsTwoClientsOfOneIssuer() throws IOException {
		assertThat(read(VALID + secondEntry().replace("practice-client", "other-client"))).hasSize(2);
	}

	@Test
	void readsFileThatTrustsNobody() throws IOException {
		assertThat(read("platforms: []\n")).isEmpty();
	}

	@Test
	void readsFileOfWindowsEditor() throws IOException {
		assertThat(read("\uFEFF" + VALID.replace("\n", "\r\n"))).hasSize(1);
	}

	@Test
	void readsShippedExample() {
		assertThat(PlatformsFile.read(Path.of("lti-config/platforms.example.yaml"))).isNotEmpty();
	}

	@ParameterizedTest
	@DisplayName("F8: each preset is a file that the tool reads")
	@ValueSource(strings = { "canvas", "blackboard", "brightspace", "sakai" })
	void readsShippedPresets(String lms) {
		assertThat(PlatformsFile.read(Path.of("lti-config/presets/" + lms + ".yaml"))).hasSize(1);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void refusesBadFileByLineAndField(String what, String yaml, String sentence) {
		assertThat(problemsOf(yaml)).containsExactly(this.file + sentence);
	}

	static Stream<Arguments> refusesBadFileByLineAndField() {
		String http = "uses plain http, which is accepted on loopback only (localhost, 127.0.0.1, [::1]); use https.";
		return Stream.of(
				spoilt("unknown field", "    issuer:", "    isuer: x\n    issuer:",
						":3: platforms[1].isuer is not known here."),
				spoilt("unknown field at the top", "platforms:", "platform: []\nplatforms:",
						":1: platform is not known here."),
				spoilt("missing field", "    client-id: practice-client\n", "", ":2: platforms[1] has no client-id."),
				spoilt("duplicate field", "    issuer:", "    issuer: https://a.example\n    issuer:",
						":4: The key issuer stands here twice."),
				spoilt("list where text belongs", "practice-client", "[a]", ":4: platforms[1].client-id must be text."),
				spoilt("nothing where text belongs", "practice-client", "", ":4: platforms[1].client-id must be text."),
				spoilt("truth value where text belongs", "Practice LMS", "true", ":2: platforms[1].name must be text."),
				spoilt("text where a list belongs", "[practice-1]", "practice-1",
						":5: platforms[1].deployment-ids must be a list."),
				spoilt("empty list", "[practice-1]", "[]", ":5: platforms[1].deployment-ids needs at least 1 entry."),
				spoilt("deployment named twice", "[practice-1]", "[a, a]",
						":5: platforms[1].deployment-ids names something twice."),
				spoilt("empty text", "practice-client", "''", ":4: platforms[1].client-id must not be empty."),
				spoilt("blank text", "practice-client", "' '", ":4: platforms[1].client-id is empty."),
				spoilt("blank at the end", "practice-client", "'practice-client '",
						":4: platforms[1].client-id begins or ends with a blank."),
				spoilt("NUL character", "practice-client", "\"a\\0b\"",
						":4: platforms[1].client-id holds a line break or another control character."),
				spoilt("too long", "practice-client", "a".repeat(256),
						":4: platforms[1].client-id is longer than 255 characters."),
				spoilt("no URL", "http://127.0.0.1:9000/auth", "'not a url'",
						":6: platforms[1].authorization-endpoint is not a URL."),
				spoilt("plain http", "http://127.0.0.1:9000/token", "http://lms.example.org/token",
						":7: platforms[1].token-endpoint " + http),
				spoilt("plain http issuer", "issuer: http://127.0.0.1:9000", "issuer: http://lms.example.org",
						":3: platforms[1].issuer " + http),
				spoilt("issuer with query", "issuer: http://127.0.0.1:9000", "issuer: http://127.0.0.1:9000?a=b",
						":3: platforms[1].issuer holds a query (?...)."),
				arguments("same registration twice", VALID + secondEntry(),
						":11: platforms[2].client-id "
								+ "'practice-client' is registered for http://127.0.0.1:9000 already, in line 4."),
				arguments("list at the top", "- a\n", ":1: This file must be a map of fields."),
				arguments("text instead of entry", "platforms:\n  - a\n", ":2: platforms[1] must be a map of fields."),
				arguments("map instead of list", "platforms:\n  a: b\n", ":1: platforms must be a list."),
				arguments("empty file", "# nothing\n", ":1: This file is empty."));
	}

	@Test
	void namesLineOfSyntaxError() {
		assertThat(problemsOf(VALID.replace("[practice-1]", "[practice-1"))).singleElement()
			.asString()
			.startsWith(this.file + ":6: This is not YAML: ");
	}

	@Test
	void refusesSecondDocument() {
		assertThat(problemsOf(VALID + "---\n" + VALID))
			.containsExactly(this.file + ":9: There is more than one document in this file.");
	}

	@Test
	void survivesListThatContainsItself() {
		assertThat(problemsOf("platforms: &a [*a]\n")).isNotEmpty();
	}

	@Test
	void refusesOtherEncoding() throws IOException {
		Files.write(this.file, VALID.replace("Practice", "Übung").getBytes(StandardCharsets.ISO_8859_1));
		assertThat(problems()).containsExactly(this.file + ":1: This file is not encoded in UTF-8.");
	}

	@Test
	void refusesFolderInPlaceOfFile() throws IOException {
		Files.createDirectory(this.file);
		assertThat(problems()).singleElement().asString().startsWith(this.file + ":1: This file can't be read");
	}

	@Test
	void tellsAllProblemsAtOnceInTheOrderOfTheFile() {
		String bad = VALID.replace("client-id", "client")
			.replace("http://127.0.0.1:9000/jwks", "jwks")
			.replace("[practice-1]", "[]");
		assertThat(problemsOf(bad)).extracting((problem) -> problem.replace(this.file.toString(), ""))
			.containsExactly(":2: platforms[1] has no client-id.", ":4: platforms[1].client is not known here.",
					":5: platforms[1].deployment-ids needs at least 1 entry.",
					":8: platforms[1].jwks-uri is not an absolute URL that begins with https://.");
	}

	private static Arguments spoilt(String what, String valid, String bad, String sentence) {
		assertThat(VALID).contains(valid);
		return arguments(what, VALID.replaceFirst(Pattern.quote(valid), Matcher.quoteReplacement(bad)), sentence);
	}

	private static String secondEntry() {
		return VALID.substring(VALID.indexOf('\n') + 1);
	}

	private List<PlatformEntry> read(String yaml) throws IOException {
		Files.writeString(this.file, yaml);
		return PlatformsFile.read(this.file);
	}

	private List<String> problemsOf(String yaml) {
		try {
			Files.writeString(this.file, yaml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return problems();
	}

	private List<String> problems() {
		return catchThrowableOfType(ConfigurationRefused.class, () -> PlatformsFile.read(this.file)).problems();
	}

}
