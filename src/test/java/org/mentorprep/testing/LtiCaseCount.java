package org.mentorprep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * Counts the conformance cases that a build covered. All test runs of one build add to
 * the same file, also those that go on side by side; the last one, on PostgreSQL, says
 * what came out: a case passes if all of its tests did wherever they ran. 'mvn verify'
 * covers all cases; the profiles say how many their own tests cover besides.
 */
public class LtiCaseCount implements TestExecutionListener {

	private static final Path FILE = Path.of("target", "lti-cases.txt");

	/** Names the build, so that the cases of an earlier one are not counted again. */
	private static final String BUILD = "build " + System.getProperty("test.build", "of one run");

	private static final String PASSING = "passing";

	private static final String FAILING = "failing";

	private final Map<String, String> cases = new ConcurrentHashMap<>();

	private TestPlan plan;

	@Override
	public void testPlanExecutionStarted(TestPlan started) {
		this.plan = started;
	}

	@Override
	public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
		boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
		// A container counts only if it fails, and takes all its cases with it.
		if (finished.isTest() || !passed) {
			Optional<TestIdentifier> one = Optional.of(finished);
			while (one.isPresent()) {
				LtiCases.of(one.get().getDisplayName()).forEach((number) -> add(number, passed ? PASSING : FAILING));
				one = this.plan.getParent(one.get());
			}
		}
	}

	@Override
	public void testPlanExecutionFinished(TestPlan finished) {
		if (this.cases.isEmpty()) {
			return;
		}
		addToFile();
		if (TestDatabase.isPostgres()) {
			System.out.println(count("LTI cases", LtiCases.ALL));
			System.out.println(count("Cases of Moodle besides", LtiCases.MOODLE));
		}
	}

	private void add(String number, String outcome) {
		this.cases.merge(number, outcome, (one, other) -> one.equals(FAILING) ? one : other);
	}

	private String count(String title, List<String> all) {
		List<String> missing = all.stream().filter((number) -> !this.cases.containsKey(number)).toList();
		List<String> failing = all.stream().filter((number) -> FAILING.equals(this.cases.get(number))).toList();
		int covered = all.size() - missing.size();
		return "%s: %d of %d covered, %d passing%s%s".formatted(title, covered, all.size(), covered - failing.size(),
				failing.isEmpty() ? "" : "; failing: " + String.join(", ", failing),
				missing.isEmpty() ? "" : "; not covered in this run: " + String.join(", ", missing));
	}

	/**
	 * One line a case, by number, for the runs beside and after, and for whoever asks.
	 */
	private void addToFile() {
		try {
			Files.createDirectories(FILE.getParent());
			try (FileChannel file = FileChannel.open(FILE, READ, WRITE, CREATE)) {
				// Given back with the channel; another run waits for it.
				file.lock();
				addAll(Channels.newInputStream(file).readAllBytes());
				byte[] lines = lines().getBytes(StandardCharsets.UTF_8);
				file.truncate(0);
				file.write(ByteBuffer.wrap(lines), 0);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void addAll(byte[] written) {
		List<String> lines = new String(written, StandardCharsets.UTF_8).lines().toList();
		if (!lines.isEmpty() && lines.get(0).equals(BUILD)) {
			lines.stream().skip(1).map((line) -> line.split(" ")).forEach((line) -> add(line[0], line[1]));
		}
	}

	private String lines() {
		return this.cases.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey(LtiCases.BY_NUMBER))
			.map((one) -> one.getKey() + " " + one.getValue())
			.collect(Collectors.joining("\n", BUILD + "\n", "\n"));
	}

}
