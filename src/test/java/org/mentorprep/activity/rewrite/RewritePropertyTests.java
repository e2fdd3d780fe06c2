package org.mentorprep.activity.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.mentorprep.activity.rewrite.Rewrite.Criterion;
import org.mentorprep.activity.rewrite.Rewrite.Degree;
import org.mentorprep.activity.rewrite.Rewrite.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RewritePropertyTests {

	@Provide
	Arbitrary<Rewrite> remarks() {
		return Arbitraries.randomValue(Remarks::random);
	}

	@Property
	void panelItselfEarnsAll(@ForAll("remarks") Rewrite rewrite) {
		double score = Remarks.work(rewrite, (sample, criterion) -> rewrite.training().get(sample).panel(criterion))
			.mark()
			.orElseThrow()
			.score();
		assertThat(score).isEqualTo(1).isEqualTo(rewrite.best());
	}

	@Property
	void scoreLiesBetweenNothingAndAll(@ForAll("remarks") Rewrite rewrite, @ForAll long seed) {
		assertThat(byChance(rewrite, seed)).isBetween(0.0, 1.0);
	}

	@Property
	void sameMarkEverywhereEarnsNothing(@ForAll("remarks") Rewrite rewrite, @ForAll Degree degree) {
		assertThat(Remarks.work(rewrite, (sample, criterion) -> degree).mark().orElseThrow().score()).isZero();
	}

	@Property
	void orderOfCriteriaAndSamplesDoesNotMatter(@ForAll("remarks") Rewrite rewrite, @ForAll long seed) {
		List<Criterion> criteria = new ArrayList<>(rewrite.criteria());
		Collections.shuffle(criteria, new Random(seed));
		List<Sample> samples = new ArrayList<>(rewrite.training());
		Collections.reverse(samples);
		Rewrite other = new Rewrite(rewrite.situation(), rewrite.given(), rewrite.ask(), criteria, samples,
				rewrite.exemplars());
		Map<String, Degree> marks = marks(rewrite, seed);
		double one = Remarks.work(rewrite, (sample, criterion) -> marks.get(sample + criterion))
			.mark()
			.orElseThrow()
			.score();
		double two = Remarks.work(other, (sample, criterion) -> marks.get((1 - sample) + criterion))
			.mark()
			.orElseThrow()
			.score();
		assertThat(two).isCloseTo(one, within(1e-12));
	}

	@Property(tries = 10)
	void chanceIsTheMeanOfPlaying(@ForAll long seed) {
		Rewrite random = Remarks.random(new Random(seed));
		List<Criterion> few = random.criteria().subList(0, 2);
		List<Sample> samples = random.training()
			.stream()
			.map((sample) -> new Sample("", Map.of("c0", sample.panel("c0"), "c1", sample.panel("c1")), List.of()))
			.toList();
		Rewrite rewrite = new Rewrite(List.of(), "", "", few, samples, List.of());
		List<Map<String, Degree>> marks = List.of(new HashMap<>(), new HashMap<>());
		assertThat(BlindRewrite.RANDOM.score(rewrite)).isCloseTo(walk(rewrite, 0, marks), within(1e-9));
	}

	/** Walks every single way to mark. */
	private static double walk(Rewrite rewrite, int at, List<Map<String, Degree>> marks) {
		int all = rewrite.criteria().size();
		if (at == all * 2) {
			return RewriteMarking.mark(rewrite, marks).score();
		}
		double sum = 0;
		for (Degree degree : Degree.values()) {
			marks.get(at / all).put(rewrite.criteria().get(at % all).id(), degree);
			sum += walk(rewrite, at + 1, marks);
		}
		return sum / Degree.values().length;
	}

	private static double byChance(Rewrite rewrite, long seed) {
		Map<String, Degree> marks = marks(rewrite, seed);
		return Remarks.work(rewrite, (sample, criterion) -> marks.get(sample + criterion)).mark().orElseThrow().score();
	}

	private static Map<String, Degree> marks(Rewrite rewrite, long seed) {
		Random random = new Random(seed);
		Map<String, Degree> marks = new HashMap<>();
		rewrite.criteria().forEach((criterion) -> {
			marks.put(0 + criterion.id(), Degree.values()[random.nextInt(3)]);
			marks.put(1 + criterion.id(), Degree.values()[random.nextInt(3)]);
		});
		return marks;
	}

}
