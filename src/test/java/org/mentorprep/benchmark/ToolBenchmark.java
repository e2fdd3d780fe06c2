package org.mentorprep.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the tool costs, measured from outside: {@code mvn -Pbenchmark verify}. With
 * {@code -Dbenchmark.jars=old.jar,new.jar} two versions are measured in turns (A B A B),
 * as only figures of one run on one machine can be compared. Further settings:
 * {@code benchmark.databases} (h2,postgres), {@code benchmark.rounds} (1),
 * {@code benchmark.seconds} (30), {@code benchmark.users} (8), {@code benchmark.learners}
 * (10000), {@code benchmark.java}, {@code benchmark.jvm}. Raw figures are in
 * {@code target/benchmark/results.json}.
 */
@Tag("benchmark")
class ToolBenchmark {

	private static final Path FOLDER = Path.of("target/benchmark").toAbsolutePath();

	@Test
	void measuresLaunchesJourneysAndLists() throws IOException {
		List<Map<String, Object>> results = new ArrayList<>();
		Machine.pinTheRest();
		for (String database : System.getProperty("benchmark.databases", "h2,postgres").split(",")) {
			for (int round = 1; round <= Integer.getInteger("benchmark.rounds", 1); round++) {
				for (String jar : jars()) {
					results.add(result(jar, database, round));
				}
			}
			print(database, results.stream().filter((one) -> one.get("database").equals(database)).toList());
		}
		Files.writeString(FOLDER.resolve("results.json"),
				JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
		assertThat(results).isNotEmpty();
	}

	private static Map<String, Object> result(String jar, String database, int round) throws IOException {
		System.err.printf("%s on %s, round %d, %s%n", jar, database, round,
				Machine.pinned() ? "the tool on a core of its own" : "nothing pinned");
		Path folder = Files
			.createDirectories(FOLDER.resolve(database + "-" + round + "-" + Instant.now().toEpochMilli()));
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("jar", jar);
		result.put("database", database);
		result.put("round", round);
		result.put("at", Instant.now().toString());
		result.put("java", System.getProperty("java.version"));
		result.put("cores", Runtime.getRuntime().availableProcessors());
		result.put("pinned", Machine.pinned());
		result.put("figures", Round.of(Path.of(jar).toAbsolutePath(), database, folder));
		return result;
	}

	private static List<String> jars() {
		return List.of(System.getProperty("benchmark.jars", System.getProperty("tool.jar")).split(","));
	}

	/** A table of Markdown: a row a figure, a column a round. */
	private static void print(String database, List<Map<String, Object>> results) {
		StringBuilder table = new StringBuilder("%n| %s".formatted(database));
		results.forEach((one) -> table.append(" | ")
			.append(Path.of((String) one.get("jar")).getFileName())
			.append(' ')
			.append(one.get("round")));
		table.append(" |\n|---").append("|---:".repeat(results.size())).append("|\n");
		Set<String> names = new LinkedHashSet<>();
		results.forEach((one) -> names.addAll(figures(one).keySet()));
		names.forEach((name) -> {
			table.append("| ").append(name);
			Stream<Double> row = results.stream().map((one) -> figures(one).getOrDefault(name, Double.NaN));
			row.forEach((figure) -> table.append(" | ").append(String.format(Locale.ROOT, "%.2f", figure)));
			table.append(" |\n");
		});
		System.err.println(table);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Double> figures(Map<String, Object> result) {
		return (Map<String, Double>) result.get("figures");
	}

}
