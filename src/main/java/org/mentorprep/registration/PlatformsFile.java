package org.mentorprep.registration;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

import org.springframework.boot.context.properties.ConfigurationProperties;

import org.mentorprep.platform.ConfigurationRefused;
import org.mentorprep.platform.Objection;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.WebAddress;

/**
 * Reads the platforms file, the words in which an operator registers LMSs. Everything
 * wrong with it is told at once, by file, line and field; a file with a problem is not
 * used at all.
 */
class PlatformsFile {

	private static final Set<String> FIELDS = inOrder("name", "issuer", "client-id", "deployment-ids",
			"authorization-endpoint", "token-endpoint", "jwks-uri");

	private final Path file;

	private final FileProblems problems;

	/** Where each issuer and client id stood first. */
	private final Map<List<String>, Integer> firstLines = new HashMap<>();

	private PlatformsFile(Path file) {
		this.file = file;
		this.problems = new FileProblems(file);
	}

	/** The registrations in this file, in its order. */
	static List<PlatformEntry> read(Path file) {
		PlatformsFile reader = new PlatformsFile(file);
		List<PlatformEntry> entries = reader.parse().map(reader::entries).orElseGet(List::of);
		List<String> sentences = reader.problems.sentences();
		if (!sentences.isEmpty()) {
			throw new ConfigurationRefused(sentences,
					"Mend the file and start again; lti-config/README.md explains each field. "
							+ "Nothing of it has been taken over.");
		}
		return entries;
	}

	private Optional<Node> parse() {
		try {
			String text = Files.readString(this.file);
			LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
			Optional<Node> root = new Compose(settings)
				.composeString(text.startsWith("\uFEFF") ? text.substring(1) : text);
			if (root.isEmpty()) {
				this.problems.addWithoutLine("is empty; write 'platforms: []' if no LMS is to be trusted");
			}
			return root;
		}
		catch (MarkedYamlEngineException ex) {
			Optional<Mark> mark = ex.getProblemMark().or(ex::getContextMark);
			this.problems.add(mark.map(Mark::getLine).orElse(0) + 1, "the YAML", "can't be read: " + ex.getProblem());
		}
		catch (YamlEngineException ex) {
			this.problems.addWithoutLine("is no readable YAML: " + ex.getMessage());
		}
		catch (CharacterCodingException ex) {
			this.problems.addWithoutLine("is not encoded in UTF-8");
		}
		catch (IOException ex) {
			this.problems.addWithoutLine("can't be read (" + ex.getClass().getSimpleName() + ")");
		}
		return Optional.empty();
	}

	private List<PlatformEntry> entries(Node root) {
		List<Node> nodes = new YamlFields(root, "", Set.of("platforms"), this.problems).list("platforms");
		List<PlatformEntry> entries = new ArrayList<>();
		for (int i = 0; i < nodes.size(); i++) {
			PlatformEntry entry = entry(new YamlFields(nodes.get(i), "platforms[" + i + "]", FIELDS, this.problems));
			if (entry != null) {
				entries.add(entry);
			}
		}
		return entries;
	}

	private @Nullable PlatformEntry entry(YamlFields fields) {
		String name = fields.text("name", PlatformEntry.MAX_NAME_LENGTH);
		String issuer = issuer(fields);
		String clientId = fields.text("client-id", PlatformEntry.MAX_ID_LENGTH);
		Set<String> deploymentIds = fields.ids("deployment-ids");
		URI authorizationEndpoint = fields.url("authorization-endpoint");
		URI tokenEndpoint = fields.url("token-endpoint");
		URI jwksUri = fields.url("jwks-uri");
		if (issuer != null && clientId != null) {
			refuseSecond(issuer, clientId, fields);
		}
		if (name == null || issuer == null || clientId == null || deploymentIds == null || authorizationEndpoint == null
				|| tokenEndpoint == null || jwksUri == null) {
			return null;
		}
		return new PlatformEntry(name, issuer, clientId, deploymentIds, authorizationEndpoint, tokenEndpoint, jwksUri);
	}

	private @Nullable String issuer(YamlFields fields) {
		String issuer = fields.text("issuer", WebAddress.MAX_LENGTH);
		Objection objection = (issuer != null) ? WebAddress.objectionToIssuer(issuer, PlatformEntry.MAX_ID_LENGTH)
				: null;
		if (objection != null) {
			this.problems.add(fields.lineOf("issuer"), fields.path("issuer"), objection.sentence());
			return null;
		}
		return issuer;
	}

	private void refuseSecond(String issuer, String clientId, YamlFields fields) {
		int line = fields.lineOf("client-id");
		Integer first = this.firstLines.putIfAbsent(List.of(issuer, clientId), line);
		if (first != null) {
			this.problems.add(line, fields.path("client-id"),
					"'" + clientId + "' is registered for " + issuer + " already, in line " + first);
		}
	}

	private static Set<String> inOrder(String... names) {
		return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
	}

	/** Where the platforms file lies: {@code mentorprep.platforms-file}. */
	@ConfigurationProperties("mentorprep")
	record PlatformsFileProperties(@Nullable Path platformsFile) {
	}

}
