package org.mentorprep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The names of all settings ({@code mentorprep.*}), as the compiler wrote them down from
 * the properties records, and those names in the environment that are none of them.
 *
 * @param types the Java type of each setting
 * @param groups the Java type that holds settings, one or more a prefix
 * @param holders the Java type that holds each setting; several may share a prefix
 */
record SettingNames(SortedMap<String, String> types, List<Group> groups, Map<String, String> holders) {

	static final String PREFIX = "mentorprep";

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	/**
	 * Kubernetes and Docker set these for each service whose name begins like the tool's,
	 * such as {@code mentorprep-postgresql}.
	 */
	private static final Pattern OF_A_CONTAINER = Pattern
		.compile("MENTORPREP_([A-Z0-9_]+_)?(SERVICE_(HOST|PORT(_.*)?)|PORT(_[0-9]+_(TCP|UDP|SCTP)(_.*)?)?)");

	/** Empty if an IDE compiled the tool without the annotation processor. */
	static SettingNames load() {
		SortedMap<String, String> types = new TreeMap<>();
		List<Group> groups = new ArrayList<>();
		Map<String, String> holders = new HashMap<>();
		JsonNode metadata = metadata();
		metadata.path("properties").forEach((property) -> {
			String name = property.path("name").asString();
			types.put(name, property.path("type").asString());
			holders.put(name, property.path("sourceType").asString(""));
		});
		metadata.path("groups")
			.forEach((group) -> groups.add(new Group(group.path("name").asString(), group.path("type").asString())));
		return new SettingNames(types, groups, holders);
	}

	/** Only ours: that of each library lies under the same name. */
	private static JsonNode metadata() {
		String here = String.valueOf(SettingNames.class.getResource("SettingNames.class"));
		String root = here.substring(0, here.length() - "org/mentorprep/SettingNames.class".length());
		try (InputStream metadata = URI.create(root + METADATA).toURL().openStream()) {
			return JsonMapper.shared().readTree(metadata);
		}
		catch (IOException ex) {
			return JsonMapper.shared().createObjectNode();
		}
		catch (IllegalArgumentException ex) {
			throw new UncheckedIOException(new IOException("Settings can't be read at " + root, ex));
		}
	}

	boolean isEmpty() {
		return this.types.isEmpty();
	}

	/** What is set by name, besides variables of the environment. */
	static Stream<String> in(ConfigurableEnvironment environment) {
		return environment.getPropertySources()
			.stream()
			.filter((source) -> !(source instanceof SystemEnvironmentPropertySource))
			.flatMap(SettingNames::names)
			.filter((name) -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX + "."));
	}

	private static Stream<String> variablesIn(ConfigurableEnvironment environment) {
		return environment.getPropertySources()
			.stream()
			.filter(SystemEnvironmentPropertySource.class::isInstance)
			.flatMap(SettingNames::names);
	}

	private static Stream<String> names(PropertySource<?> source) {
		return (source instanceof EnumerablePropertySource<?> enumerable) ? Stream.of(enumerable.getPropertyNames())
				: Stream.empty();
	}

	/** One sentence for each name that is no setting, with the setting nearest to it. */
	SortedSet<String> unknown(ConfigurableEnvironment environment) {
		SortedSet<String> unknown = new TreeSet<>();
		in(environment).filter(this::isUnknown).map((name) -> sentence(name, false)).forEach(unknown::add);
		variablesIn(environment).filter(this::isUnknownVariable)
			.map((name) -> sentence(name, true))
			.forEach(unknown::add);
		return unknown;
	}

	private boolean isUnknown(String written) {
		ConfigurationPropertyName name = ConfigurationPropertyName.adapt(written, '.');
		return this.types.keySet().stream().noneMatch((setting) -> {
			ConfigurationPropertyName known = ConfigurationPropertyName.of(setting);
			return known.equals(name) || (holdsSeveral(setting) && known.isAncestorOf(name));
		});
	}

	private boolean isUnknownVariable(String written) {
		String name = written.toUpperCase(Locale.ROOT);
		if (!name.startsWith(PREFIX.toUpperCase(Locale.ROOT) + "_") || OF_A_CONTAINER.matcher(name).matches()) {
			return false;
		}
		return this.types.keySet()
			.stream()
			.noneMatch((setting) -> List.of(variable(setting), variable(setting.replace("-", "")))
				.stream()
				.anyMatch((known) -> known.equals(name) || (holdsSeveral(setting) && name.startsWith(known + "_"))));
	}

	private boolean holdsSeveral(String setting) {
		return this.types.getOrDefault(setting, "").matches("java\\.util\\.(List|Set|Map|Collection)<.*");
	}

	private static String variable(String setting) {
		return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
	}

	private String sentence(String written, boolean variable) {
		String nearest = this.types.keySet()
			.stream()
			.min(Comparator.comparingInt((setting) -> distance(bare(written), bare(setting))))
			.orElse("");
		return "There is no setting %s%s. The nearest is %s.".formatted(written,
				variable ? " (a variable of the environment)" : "", variable ? variable(nearest) : nearest);
	}

	private static String bare(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

	/** How many letters differ (Levenshtein). */
	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int replaced = diagonal + ((one.charAt(i - 1) != other.charAt(j - 1)) ? 1 : 0);
				diagonal = row[j];
				row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[other.length()];
	}

	/** Whether a type holds one of these settings. */
	boolean holds(Group group, Collection<String> settings) {
		return settings.stream().anyMatch((setting) -> group.type().equals(this.holders.get(setting)));
	}

	/** One type that holds settings. */
	record Group(String prefix, String type) {
	}

}
