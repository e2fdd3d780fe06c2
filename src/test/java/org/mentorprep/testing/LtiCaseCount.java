package org.mentorprep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says at the end of a test run how many conformance cases it covered. The run on
 * PostgreSQL adds to what the run on H2 before it has written: a case passes if all of
 * its tests did on both.
 */
public class LtiCaseCount implements TestExecutionListener {

	private static final Path FILE = Path.of("target", "lti-cases.txt");

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
		if (TestDatabase.isPostgres() && Files.exists(FILE)) {
			SourceFiles.read(FILE).lines().map((line) -> line.split(" ")).forEach((line) -> {
				if (line.length == 2) {
					add(line[0], line[1]);
				}
			});
		}
		System.out.println(count("LTI cases", LtiCases.ALL));
		System.out.println(count("Cases of Moodle besides", LtiCases.MOODLE));
		write();
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

	/** One line a case, by number, for the next run and for whoever asks. */
	private void write() {
		List<String> lines = this.cases.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey(LtiCases.BY_NUMBER))
			.map((one) -> one.getKey() + " " + one.getValue())
			.toList();
		try {
			Files.createDirectories(FILE.getParent());
			Files.write(FILE, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
