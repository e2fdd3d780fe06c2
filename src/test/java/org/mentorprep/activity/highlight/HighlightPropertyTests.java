package org.mentorprep.activity.highlight;

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

import org.mentorprep.activity.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HighlightPropertyTests {

	@Provide
	Arbitrary<Highlight> transcripts() {
		return Arbitraries.randomValue(Transcripts::random);
	}

	@Property
	void keyItselfEarnsAll(@ForAll("transcripts") Highlight highlight) {
		Map<String, List<String>> key = new HashMap<>();
		highlight.units()
			.stream()
			.filter((line) -> !line.foil())
			.forEach((line) -> key.put(line.id(), List.of(line.label())));
		assertThat(score(highlight, new Answer(key))).isEqualTo(1).isEqualTo(highlight.best());
	}

	@Property
	void scoreLiesBetweenNothingAndAll(@ForAll("transcripts") Highlight highlight, @ForAll long seed) {
		assertThat(score(highlight, Transcripts.byChance(highlight, new Random(seed)))).isBetween(0.0, 1.0);
	}

	@Property
	void everythingAsTheSameKindEarnsNothing(@ForAll("transcripts") Highlight highlight) {
		highlight.labels().forEach((label) -> {
			Map<String, List<String>> all = new HashMap<>();
			highlight.units().forEach((line) -> all.put(line.id(), List.of(label.id())));
			assertThat(score(highlight, new Answer(all))).isZero();
		});
	}

	@Property
	void nothingEarnsNothing(@ForAll("transcripts") Highlight highlight) {
		assertThat(HighlightMarking.mark(highlight, Map.of()).score()).isZero();
	}

	@Property
	void orderOfLinesDoesNotMatter(@ForAll("transcripts") Highlight highlight, @ForAll long seed) {
		List<Highlight.Line> lines = new ArrayList<>(highlight.lines());
		Collections.shuffle(lines, new Random(seed));
		Highlight other = new Highlight(highlight.intro(), highlight.ask(), highlight.labels(), lines);
		Answer answer = Transcripts.byChance(highlight, new Random(seed + 1));
		assertThat(score(other, answer)).isEqualTo(score(highlight, answer));
	}

	@Property
	void oneFoilLessNeverCosts(@ForAll("transcripts") Highlight highlight, @ForAll long seed) {
		Map<String, List<String>> marks = new HashMap<>(Transcripts.byChance(highlight, new Random(seed)).values());
		marks.put("of-k0", List.of("k0"));
		marks.put("foil", List.of("k0"));
		double with = score(highlight, new Answer(marks));
		marks.remove("foil");
		assertThat(score(highlight, new Answer(marks))).isGreaterThanOrEqualTo(with);
	}

	@Property(tries = 10)
	void chanceIsTheMeanOfPlaying(@ForAll long seed) {
		Highlight highlight = Transcripts.random(new Random(seed));
		List<Highlight.Line> units = highlight.units().subList(0, Math.min(4, highlight.units().size()));
		Highlight few = new Highlight(highlight.intro(), highlight.ask(), highlight.labels(), units);
		assertThat(BlindHighlight.RANDOM.score(few)).isCloseTo(walk(few, 0, new HashMap<>()), within(1e-9));
	}

	/** Walks every single way to mark; a kind as likely as the other. */
	private static double walk(Highlight highlight, int at, Map<String, String> marks) {
		if (at == highlight.units().size()) {
			return HighlightMarking.mark(highlight, marks).score();
		}
		double left = walk(highlight, at + 1, marks);
		double ticked = highlight.labels().stream().mapToDouble((label) -> {
			marks.put(highlight.units().get(at).id(), label.id());
			double score = walk(highlight, at + 1, marks);
			marks.remove(highlight.units().get(at).id());
			return score;
		}).average().orElseThrow();
		return (left + ticked) / 2;
	}

	private static double score(Highlight highlight, Answer answer) {
		return highlight.next(highlight.begin(1), answer).mark().orElseThrow().score();
	}

}
