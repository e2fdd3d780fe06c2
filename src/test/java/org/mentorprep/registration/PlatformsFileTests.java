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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.mentorprep.platform.ConfigurationRefused;
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

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void refusesBadFileByLineAndField(String what, String yaml, String sentence) {
		assertThat(problemsOf(yaml)).containsExactly(this.file + sentence);
	}

	static Stream<Arguments> refusesBadFileByLineAndField() {
		String known = " (known are name, issuer, client-id, deployment-ids, authorization-endpoint, token-endpoint, jwks-uri)";
		String http = "uses plain http, which is accepted on loopback only (localhost, 127.0.0.1, [::1]); use https.";
		return Stream.of(
				spoilt("unknown field", "    issuer:", "    isuer: x\n    issuer:",
						", line 3: platforms[0].isuer is not a field known here" + known + "."),
				spoilt("unknown field at the top", "platforms:", "platform: []\nplatforms:",
						", line 1: platform is not a field known here (known are platforms)."),
				spoilt("missing field", "    client-id: practice-client\n", "",
						", line 2: platforms[0].client-id is missing."),
				spoilt("duplicate field", "    issuer:", "    issuer: https://a.example\n    issuer:",
						", line 4: platforms[0].issuer stands here twice."),
				spoilt("list where text belongs", "practice-client", "[a]",
						", line 4: platforms[0].client-id "
								+ "must be text; put it in quotes if it looks like something else."),
				spoilt("nothing where text belongs", "practice-client", "",
						", line 4: platforms[0].client-id is empty."),
				spoilt("truth value where text belongs", "Practice LMS", "true",
						", line 2: platforms[0].name "
								+ "must be text; put it in quotes if it looks like something else."),
				spoilt("text where a list belongs", "[practice-1]", "practice-1",
						", line 5: platforms[0].deployment-ids must be a list."),
				spoilt("empty list", "[practice-1]", "[]",
						", line 5: platforms[0].deployment-ids is empty; name at least one."),
				spoilt("deployment named twice", "[practice-1]", "[a, a]",
						", line 5: platforms[0].deployment-ids names 'a' twice."),
				spoilt("empty text", "practice-client", "''", ", line 4: platforms[0].client-id is empty."),
				spoilt("blank at the end", "practice-client", "'practice-client '",
						", line 4: platforms[0].client-id begins or ends with a blank."),
				spoilt("NUL character", "practice-client", "\"a\\0b\"",
						", line 4: platforms[0].client-id holds a line break or another control character."),
				spoilt("too long", "practice-client", "a".repeat(256),
						", line 4: platforms[0].client-id is longer than 255 characters."),
				spoilt("no URL", "http://127.0.0.1:9000/auth", "'not a url'",
						", line 6: platforms[0].authorization-endpoint is not a URL."),
				spoilt("plain http", "http://127.0.0.1:9000/token", "http://lms.example.org/token",
						", line 7: platforms[0].token-endpoint " + http),
				spoilt("plain http issuer", "issuer: http://127.0.0.1:9000", "issuer: http://lms.example.org",
						", line 3: platforms[0].issuer " + http),
				spoilt("issuer with query", "issuer: http://127.0.0.1:9000", "issuer: http://127.0.0.1:9000?a=b",
						", line 3: platforms[0].issuer holds a query (?...)."),
				arguments("same registration twice", VALID + secondEntry(),
						", line 11: platforms[1].client-id "
								+ "'practice-client' is registered for http://127.0.0.1:9000 already, in line 4."),
				arguments("list at the top", "- a\n", ", line 1: the file must hold fields (platforms)."),
				arguments("text instead of entry", "platforms:\n  - a\n",
						", line 2: platforms[0] must hold fields "
								+ known.replace(" (known are", "(").replace("( ", "(") + "."),
				arguments("map instead of list", "platforms:\n  a: b\n", ", line 2: platforms must be a list."),
				arguments("empty file", "# nothing\n", " is empty; write 'platforms: []' if no LMS is to be trusted."));
	}

	@Test
	void namesLineOfSyntaxError() {
		assertThat(problemsOf(VALID.replace("[practice-1]", "[practice-1"))).singleElement()
			.asString()
			.startsWith(this.file + ", line 6: the YAML can't be read: ");
	}

	@Test
	void refusesSecondDocument() {
		assertThat(problemsOf(VALID + "---\n" + VALID)).singleElement()
			.asString()
			.startsWith(this.file + ", line 9: the YAML can't be read: ");
	}

	@Test
	void survivesListThatContainsItself() {
		assertThat(problemsOf("platforms: &a [*a]\n")).isNotEmpty();
	}

	@Test
	void refusesOtherEncoding() throws IOException {
		Files.write(this.file, VALID.replace("Practice", "Übung").getBytes(StandardCharsets.ISO_8859_1));
		assertThat(problems()).containsExactly(this.file + " is not encoded in UTF-8.");
	}

	@Test
	void refusesFolderInPlaceOfFile() throws IOException {
		Files.createDirectory(this.file);
		assertThat(problems()).singleElement().asString().startsWith(this.file + " can't be read");
	}

	@Test
	void tellsAllProblemsAtOnceInTheOrderOfTheFile() {
		String bad = VALID.replace("client-id", "client")
			.replace("http://127.0.0.1:9000/jwks", "jwks")
			.replace("[practice-1]", "[]");
		assertThat(problemsOf(bad)).extracting((problem) -> problem.replaceFirst(".*, (line \\d+: \\S+).*", "$1"))
			.containsExactly("line 2: platforms[0].client-id", "line 4: platforms[0].client",
					"line 5: platforms[0].deployment-ids", "line 8: platforms[0].jwks-uri");
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
