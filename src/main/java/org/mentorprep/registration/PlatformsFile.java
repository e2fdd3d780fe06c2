package org.mentorprep.registration;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import org.mentorprep.ConfigurationRefused;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.RoleMapping;
import org.mentorprep.platform.Platforms.Registration;
import org.mentorprep.platform.WebAddress;
import org.mentorprep.yaml.Problem;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.SchemaCheck;
import org.mentorprep.yaml.YamlFile;
import org.mentorprep.yaml.YamlReader;

/**
 * The platforms file, in which an operator registers LMSs. At each start, before the
 * first request, the registrations are made to match it. A platform keeps its id: one
 * whose entry vanishes is disabled, never deleted, and is the same when the entry comes
 * back. Registrations that did not come by the file stay as they are, unless the file
 * names them: from then on they are the file's.
 */
@Component
class PlatformsFile implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(PlatformsFile.class);

	/** The first may meet another node at its first start; more means a real fault. */
	private static final int TRIES = 3;

	private final @Nullable Path file;

	private final Platforms platforms;

	private final TransactionOperations transaction;

	PlatformsFile(PlatformsFileProperties properties, Platforms platforms, TransactionOperations transaction) {
		this.file = properties.platformsFile();
		this.platforms = platforms;
		this.transaction = transaction;
	}

	@Override
	public void afterPropertiesSet() {
		// Not 'exists': a file that we may not look at must not pass for one that is
		// absent.
		boolean present = this.file != null && !Files.notExists(this.file);
		if (!present) {
			log.info("No platforms file at {}: no LMS is registered by file; see lti-config/README.md", this.file);
		}
		List<PlatformEntry> entries = (this.file != null && present) ? read(this.file) : List.of();
		int changes = inLineWith(entries);
		if (present || changes > 0) {
			log.info("Platforms by file: {} (changed at this start: {})", entries.size(), changes);
		}
	}

	/**
	 * In PostgreSQL a duplicate key spoils the transaction: begin it again as a whole.
	 */
	private int inLineWith(List<PlatformEntry> entries) {
		for (int tries = 1;; tries++) {
			try {
				return this.transaction.execute((status) -> bringInLine(entries));
			}
			catch (DuplicateKeyException | ConcurrencyFailureException ex) {
				giveUpAfter(tries, ex);
			}
		}
	}

	private static void giveUpAfter(int tries, DataAccessException ex) {
		if (tries == TRIES) {
			throw ex;
		}
		log.info("Another node registers platforms at this moment; trying again");
	}

	/** The same order on every node, so that two can't wait for each other. */
	private int bringInLine(List<PlatformEntry> entries) {
		this.platforms.lock();
		List<Registration> known = this.platforms.registrations();
		int changes = 0;
		for (PlatformEntry entry : entries.stream()
			.sorted(Comparator.comparing(PlatformEntry::issuer).thenComparing(PlatformEntry::clientId))
			.toList()) {
			changes += save(entry, known) ? 1 : 0;
		}
		for (Registration registration : known) {
			Platform platform = registration.platform();
			if (registration.origin() == Platform.Origin.FILE && platform.enabled()
					&& entries.stream().noneMatch((entry) -> entry.names(platform))) {
				this.platforms.change(platform.id(), Platform.State.ENABLED, Platform.State.DISABLED);
				changes++;
			}
		}
		return changes;
	}

	/** Whether that changed something. */
	private boolean save(PlatformEntry entry, List<Registration> known) {
		Optional<Registration> same = known.stream()
			.filter((registration) -> entry.names(registration.platform()))
			.findFirst();
		if (same.isEmpty()) {
			this.platforms.change(this.platforms.add(entry, Platform.Origin.FILE, Platform.State.ENABLED),
					entry.roles());
			return true;
		}
		Platform before = same.get().platform();
		PlatformId id = before.id();
		boolean rolesChanged = this.platforms.change(id, entry.roles());
		if (same.get().origin() == Platform.Origin.FILE && entry.as(id, Platform.State.ENABLED).equals(before)) {
			return rolesChanged;
		}
		this.platforms.replace(id, entry);
		return true;
	}

	/**
	 * The registrations in a file, in its order.
	 * @throws ConfigurationRefused with everything that is wrong with the file, each
	 * problem with its line; a file with a problem is not used at all
	 */
	static List<PlatformEntry> read(Path file) {
		Problems problems = new Problems();
		List<PlatformEntry> entries = parse(file, problems).map((yaml) -> new Reading(yaml, problems).entries())
			.orElseGet(List::of);
		if (!problems.none()) {
			throw new ConfigurationRefused(problems.inReadingOrder().stream().map(Problem::toString).toList(),
					"Correct the file and start again; lti-config/README.md explains each field. A file that names no "
							+ "LMS holds 'platforms: []'. Nothing of the file was taken over.");
		}
		return entries;
	}

	private static Optional<YamlFile> parse(Path file, Problems problems) {
		try {
			String text = Files.readString(file);
			return new YamlReader(file.toString(), 1, problems).wholeNumbersAsText()
				.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
		}
		catch (CharacterCodingException ex) {
			problems.add(file.toString(), 1, "This file is not encoded in UTF-8.");
		}
		catch (IOException ex) {
			problems.add(file.toString(), 1, "This file can't be read (" + ex.getClass().getSimpleName() + ").");
		}
		return Optional.empty();
	}

	/** One reading of a file: the schema checks its shape, this each name and URL. */
	private record Reading(YamlFile yaml, Problems problems, Map<String, Integer> firstLines) {

		private static final SchemaCheck SCHEMA = new SchemaCheck("registration/");

		Reading(YamlFile yaml, Problems problems) {
			this(yaml, problems, new HashMap<>());
		}

		List<PlatformEntry> entries() {
			SCHEMA.check("platforms", this.yaml, this.problems);
			List<PlatformEntry> entries = new ArrayList<>();
			for (int i = 0; i < this.yaml.tree().path("platforms").size(); i++) {
				check("/platforms/" + i);
				if (this.problems.none()) {
					entries.add(entry(this.yaml.tree().at("/platforms/" + i)));
				}
			}
			return entries;
		}

		private void check(String entry) {
			checkText(entry + "/name");
			checkText(entry + "/client-id");
			for (int i = 0; i < this.yaml.tree().at(entry + "/deployment-ids").size(); i++) {
				checkText(entry + "/deployment-ids/" + i);
			}
			check(entry + "/issuer", WebAddress.problemOfIssuer(text(entry + "/issuer"), WebAddress.MAX_LENGTH));
			for (String url : List.of("/authorization-endpoint", "/token-endpoint", "/jwks-uri")) {
				check(entry + url, WebAddress.problem(text(entry + url)));
			}
			for (int i = 0; i < this.yaml.tree().at(entry + "/sites").size(); i++) {
				check(entry + "/sites/" + i, PlatformEntry.problemOfSite(text(entry + "/sites/" + i)));
			}
			if (!text(entry + "/token-audience").isEmpty()) {
				checkText(entry + "/token-audience");
			}
			checkDouble(entry);
		}

		private void checkText(String place) {
			check(place, PlatformEntry.problem(text(place), Integer.MAX_VALUE));
		}

		/** The schema reports what is absent, empty or too long. */
		private void check(String place, WebAddress.@Nullable Problem problem) {
			if (problem != null && !text(place).isEmpty() && !problem.key().equals("too-long")) {
				this.problems.add(this.yaml, place, YamlFile.place(place) + " " + problem.sentence() + ".");
			}
		}

		private void checkDouble(String entry) {
			String issuer = text(entry + "/issuer");
			String clientId = text(entry + "/client-id");
			int line = this.yaml.line(entry + "/client-id");
			Integer first = this.firstLines.putIfAbsent(issuer + " " + clientId, line);
			if (first != null && !issuer.isEmpty() && !clientId.isEmpty()) {
				this.problems.add(this.yaml.path(), line, YamlFile.place(entry + "/client-id") + " '" + clientId
						+ "' is registered for " + issuer + " already, in line " + first + ".");
			}
		}

		private String text(String place) {
			JsonNode node = this.yaml.tree().at(place);
			return node.isString() ? node.stringValue() : "";
		}

		private static PlatformEntry entry(JsonNode node) {
			Set<String> deploymentIds = node.path("deployment-ids")
				.valueStream()
				.map(JsonNode::stringValue)
				.collect(Collectors.toSet());
			Set<String> sites = node.path("sites")
				.valueStream()
				.map((site) -> WebAddress.origin(URI.create(site.stringValue())))
				.collect(Collectors.toSet());
			JsonNode audience = node.path("token-audience");
			return new PlatformEntry(node.path("name").stringValue(), node.path("issuer").stringValue(),
					node.path("client-id").stringValue(), deploymentIds, uri(node, "authorization-endpoint"),
					uri(node, "token-endpoint"), uri(node, "jwks-uri"),
					audience.isString() ? audience.stringValue() : null, sites, roles(node));
		}

		/** The schema has checked roles and rights. */
		private static RoleMapping roles(JsonNode node) {
			return RoleMapping.of(node.path("roles")
				.propertyStream()
				.map((change) -> change.getKey() + ": " + change.getValue().stringValue())
				.collect(Collectors.joining("\n")));
		}

		private static URI uri(JsonNode node, String field) {
			return URI.create(node.path(field).stringValue());
		}

	}

	/**
	 * Where the platforms file lies: {@code mentorprep.platforms-file}. A file with a
	 * problem is refused together with all other settings, before there is a database.
	 */
	@ConfigurationProperties("mentorprep")
	record PlatformsFileProperties(@Nullable Path platformsFile) {

		PlatformsFileProperties {
			if (platformsFile != null && !Files.notExists(platformsFile)) {
				read(platformsFile);
			}
		}

	}

}
