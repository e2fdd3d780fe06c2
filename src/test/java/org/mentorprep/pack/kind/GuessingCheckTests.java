package org.mentorprep.pack.kind;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import org.mentorprep.activity.Strategy;
import org.mentorprep.yaml.Problem;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

import static org.assertj.core.api.Assertions.assertThat;

class GuessingCheckTests {

	private static final Strategy BEST = new Strategy("the best answer", 1);

	@Test
	void refusesBlindPlayThatReachesThePassMark() {
		assertThat(problems(BEST, new Strategy("any order", 0.69), new Strategy("as shown", 0.7)))
			.containsExactly("x.yaml:9: Blind play passes: as shown earns 70.0 of 100 and the pass mark is 70.");
	}

	@Test
	void refusesABestAnswerThatDoesNotEarnAll() {
		assertThat(problems(new Strategy("the best answer", 0.9)))
			.containsExactly("x.yaml:9: The best answer earns 90.0 of 100 and should earn 100.");
	}

	@Test
	void acceptsBlindPlayBelowThePassMark() {
		assertThat(problems(BEST, new Strategy("any order", 0.699))).isEmpty();
	}

	private static List<String> problems(Strategy... scores) {
		Problems problems = new Problems();
		YamlFile file = new YamlFile("x.yaml", JsonNodeFactory.instance.objectNode(), Map.of("/before", 9));
		GuessingCheck.check(file, "/before", List.of(scores), 70, problems);
		return problems.inReadingOrder().stream().map(Problem::toString).toList();
	}

}
