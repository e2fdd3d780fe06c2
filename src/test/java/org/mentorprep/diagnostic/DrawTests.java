package org.mentorprep.diagnostic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.mentorprep.content.Diagnostic.Item;
import org.mentorprep.content.Diagnostic.Sort;
import org.mentorprep.content.ModuleId;
import org.mentorprep.diagnostic.Sitting.Draw;
import org.mentorprep.launch.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

/** What a sitting draws from the pool. */
class DrawTests {

	@Test
	void drawsThreeTwoOneOneAndOne() {
		Map<Sort, Long> drawn = Draw.of(Authors.DIAGNOSTIC, List.of(), 7)
			.stream()
			.collect(Collectors.groupingBy(Item::sort, Collectors.counting()));
		assertThat(drawn)
			.isEqualTo(Map.of(Sort.CLASSIFY, 3L, Sort.RATE, 2L, Sort.ORDER, 1L, Sort.PICK, 1L, Sort.HIDES, 1L));
	}

	@Test
	void drawsTheSameBySameSeed() {
		assertThat(ids(List.of(), 7)).isEqualTo(ids(List.of(), 7));
	}

	@Test
	void drawsOtherwiseByOtherSeeds() {
		Set<List<String>> drawn = LongStream.range(0, 50)
			.mapToObj((seed) -> ids(List.of(), seed))
			.collect(Collectors.toSet());
		assertThat(drawn).hasSizeGreaterThan(30);
	}

	@Test
	void drawsNothingTwiceInOneSitting() {
		assertThat(ids(List.of(), 7)).doesNotHaveDuplicates();
	}

	@Test
	void drawsNothingAgainBeforeAllOfItsSortWereSeen() {
		for (long seed = 0; seed < 50; seed++) {
			List<String> first = ids(List.of(), seed);
			assertThat(ids(first, seed + 1)).doesNotContainAnyElementsOf(first);
		}
	}

	@Test
	void drawsWhatWasSeenLessOftenOnceAllWasSeen() {
		List<String> seen = new ArrayList<>();
		for (int sitting = 0; sitting < 3; sitting++) {
			seen.addAll(ids(seen, sitting));
		}
		assertThat(new HashSet<>(seen)).hasSameSizeAs(Authors.DIAGNOSTIC.pool());
	}

	@Test
	void seedBelongsToPersonModuleAndSitting() {
		PersonId one = new PersonId(new UUID(0, 1));
		PersonId other = new PersonId(new UUID(0, 2));
		ModuleId asking = new ModuleId("questioning");
		assertThat(Set.of(Sitting.seed(one, Authors.MODULE, 1), Sitting.seed(one, Authors.MODULE, 2),
				Sitting.seed(one, asking, 1), Sitting.seed(other, Authors.MODULE, 1)))
			.hasSize(4)
			.contains(Sitting.seed(one, Authors.MODULE, 1));
	}

	private static List<String> ids(List<String> seen, long seed) {
		return Draw.of(Authors.DIAGNOSTIC, seen, seed).stream().map(Item::id).toList();
	}

}
