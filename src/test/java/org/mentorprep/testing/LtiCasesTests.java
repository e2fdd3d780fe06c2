package org.mentorprep.testing;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds every conformance case to a test that names it. */
class LtiCasesTests {

	@Test
	void everyCaseHasATestThatNamesIt() {
		Set<String> named = new HashSet<>();
		SourceFiles.in(Path.of("src/test/java"), "Tests.java")
			.forEach((file) -> named.addAll(LtiCases.inSource(SourceFiles.read(file))));
		assertThat(LtiCases.ALL).allSatisfy((number) -> assertThat(named).contains(number));
	}

	@Test
	void readsNumbersAtTheBeginningOfADisplayName() {
		assertThat(List.of(LtiCases.of("case 63, X12: an aud"), LtiCases.of("case 165a: x"),
				LtiCases.of("in case 1: x"), LtiCases.of("case by case")))
			.containsExactly(Set.of("63", "X12"), Set.of("165a"), Set.of(), Set.of());
	}

}
