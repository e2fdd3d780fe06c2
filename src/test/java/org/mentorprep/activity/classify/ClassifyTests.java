package org.mentorprep.activity.classify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.classify.Classify.ItemClass;
import org.mentorprep.testing.Fragments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class ClassifyTests {

	/** Four entries of the first class and two of the second. */
	private static final Classify SMALL = classify(2, 0, 0, 0, 0, 1, 1);

	@Provide
	Arbitrary<Classify> exercises() {
		return Arbitraries.randomValue(ClassifyTests::random);
	}

	@Property
	void keyEarnsAll(@ForAll("exercises") Classify classify, @ForAll long seed) {
		assertThat(marked(classify, seed, keys(classify)).score()).isEqualTo(1);
	}

	@Property
	void scoreLiesBetweenNothingAndAll(@ForAll("exercises") Classify classify, @ForAll long seed) {
		assertThat(marked(classify, seed, someClasses(classify, seed)).score()).isBetween(0.0, 1.0);
	}

	@Property
	void sameClassThroughoutEarnsNothing(@ForAll("exercises") Classify classify) {
		for (ItemClass one : classify.classes()) {
			Map<String, String> constant = new HashMap<>();
			classify.items().forEach((item) -> constant.put(item.id(), one.id()));
			assertThat(marked(classify, 1, constant).score()).isCloseTo(0, within(1e-9));
		}
	}

	@Property
	void orderInTheFileDoesNotMatter(@ForAll("exercises") Classify classify, @ForAll long seed) {
		List<Classify.Item> shuffled = new ArrayList<>(classify.items());
		Collections.shuffle(shuffled, new Random(seed));
		Classify other = new Classify(classify.intro(), classify.ask(), classify.classes(), shuffled);
		Map<String, String> sorting = someClasses(classify, seed);
		assertThat(other.replay(seed, List.of(answer(sorting))))
			.isEqualTo(classify.replay(seed, List.of(answer(sorting))));
	}

	@Property
	void orderOnThePageDoesNotMatter(@ForAll("exercises") Classify classify, @ForAll long seed) {
		Map<String, String> sorting = someClasses(classify, seed);
		assertThat(marked(classify, seed + 1, sorting)).isEqualTo(marked(classify, seed, sorting));
	}

	@Property(tries = 30)
	void expectedScoreOfChanceIsTheMeanOfPlaying(@ForAll("exercises") Classify classify) {
		double mean = new Random(1).longs(2000)
			.mapToDouble((seed) -> marked(classify, 1, someClasses(classify, seed)).score())
			.average()
			.orElseThrow();
		assertThat(new BlindSorting(classify).random()).isCloseTo(mean, within(0.05));
	}

	@Example
	void everyClassCountsTheSameHoweverManyEntriesItHas() {
		Map<String, String> sorting = keys(SMALL);
		sorting.put("i5", "c0");
		// Found: all of the first class, half of the second; 0.75 beyond a half.
		assertThat(marked(SMALL, 1, sorting).score()).isCloseTo(0.5, within(1e-9));
	}

	@Example
	void confusionsAreNamedMostFrequentFirst() {
		Classify three = classify(3, 0, 0, 1, 1, 2, 2);
		Map<String, String> sorting = keys(three);
		sorting.put("i0", "c2");
		sorting.put("i2", "c0");
		sorting.put("i3", "c0");
		assertThat(outcome(three, sorting).confusions())
			.extracting(
					(confusion) -> confusion.times() + " " + confusion.key().id() + " for " + confusion.chosen().id())
			.containsExactly("2 c1 for c0", "1 c0 for c2");
	}

	@Example
	void foundIsCountedForEachClassInTheOrderOfTheClasses() {
		Map<String, String> sorting = keys(SMALL);
		sorting.put("i0", "c1");
		ClassifyOutcome outcome = outcome(SMALL, sorting);
		assertThat(outcome.found()).containsExactly(new ClassifyOutcome.Found(SMALL.classes().get(0), 3, 4),
				new ClassifyOutcome.Found(SMALL.classes().get(1), 2, 2));
		assertThat(outcome.sorted()).filteredOn((one) -> !one.right())
			.extracting((one) -> one.item().id())
			.containsExactly("i0");
	}

	@Example
	void sortingIsCompleteWhenEveryEntryIsWhereItBelongs() {
		Map<String, String> sorting = keys(SMALL);
		assertThat(outcome(SMALL, sorting).complete()).isTrue();
		sorting.put("i5", "c0");
		assertThat(outcome(SMALL, sorting).complete()).isFalse();
	}

	@Example
	void onlyClassesWithAHintAreExplained() {
		ItemClass plain = new ItemClass("c0", "Fact", "");
		ItemClass hinted = new ItemClass("c1", "Verdict", "Says how good.");
		Classify classify = new Classify(List.of(), "What is each?", List.of(plain, hinted), SMALL.items());
		assertThat(classify.ask(1).explained()).containsExactly(hinted);
	}

	@Example
	void templatesHaveFragmentsForItsPages() throws IOException {
		ClassifyOutcome outcome = outcome(SMALL, keys(SMALL));
		assertThat(outcome.hasReply()).isTrue();
		assertThat(Fragments.ofSteps(SMALL.kind())).contains(SMALL.ask(1).view(), SMALL.ask(1).view() + "-before");
		assertThat(Fragments.ofReplies(SMALL.kind())).contains(outcome.view(), outcome.view() + "-title");
	}

	@Example
	void oneClassThroughoutEarnsAllOnlyWhereThereIsNoOther() {
		assertThat(new BlindSorting(SMALL).bestConstant()).isZero();
		assertThat(new BlindSorting(classify(1, 0, 0)).bestConstant()).isEqualTo(1);
	}

	@Example
	void chanceSortsOneEntryOfEachOfTwoClassesRightOnceInFour() {
		// Both right: 1. One right: a half, which one class throughout earns, too.
		BlindSorting blind = new BlindSorting(classify(2, 0, 1));
		assertThat(blind.random()).isCloseTo(0.25, within(1e-12));
		assertThat(blind.best()).isEqualTo(1);
	}

	@Example
	void entriesWithoutAClassAreAskedFor() {
		AnswerRefused refused = catchThrowableOfType(AnswerRefused.class,
				() -> SMALL.next(SMALL.begin(1), new Answer(Map.of("i0", List.of("c0"), "i1", List.of("c9")))));
		assertThat(refused.messageKey()).isEqualTo("activity.classify.missing");
		assertThat(refused.gaps()).hasSize(5);
	}

	@Example
	void formNamesPlacesOnly() {
		String field = SMALL.ask(1).sheet().lines().get(0).field();
		Answer read = SMALL.read(SMALL.begin(1), new Answer(Map.of(field, List.of("2"), "i0", List.of("c0"))));
		assertThat(read.values()).isEqualTo(Map.of(SMALL.ask(1).sheet().lines().get(0).id(), List.of("c1")));
	}

	private static ClassifyOutcome outcome(Classify classify, Map<String, String> sorting) {
		return (ClassifyOutcome) classify.replay(1, List.of(answer(sorting))).outcomes().get(0);
	}

	private static Mark marked(Classify classify, long seed, Map<String, String> sorting) {
		return classify.replay(seed, List.of(answer(sorting))).mark().orElseThrow();
	}

	private static Answer answer(Map<String, String> sorting) {
		Map<String, List<String>> values = new HashMap<>();
		sorting.forEach((id, chosen) -> values.put(id, List.of(chosen)));
		return new Answer(values);
	}

	private static Map<String, String> keys(Classify classify) {
		Map<String, String> keys = new LinkedHashMap<>();
		classify.items().forEach((item) -> keys.put(item.id(), item.key()));
		return keys;
	}

	private static Map<String, String> someClasses(Classify classify, long seed) {
		Random random = new Random(seed);
		Map<String, String> sorting = new LinkedHashMap<>();
		keys(classify).keySet()
			.stream()
			.sorted()
			.forEach((id) -> sorting.put(id, "c" + random.nextInt(classify.classes().size())));
		return sorting;
	}

	/** Two to five classes, each with an entry. */
	private static Classify random(Random random) {
		int classes = 2 + random.nextInt(4);
		return classify(classes,
				IntStream.range(0, 6 + random.nextInt(9))
					.map((item) -> (item < classes) ? item : random.nextInt(classes))
					.toArray());
	}

	private static Classify classify(int classes, int... keys) {
		List<Classify.Item> items = new ArrayList<>();
		for (int key : keys) {
			items.add(new Classify.Item("i" + items.size(), "Entry " + items.size(), "c" + key, List.of("Because.")));
		}
		return new Classify(List.of("Sort these."), "What is each?",
				IntStream.range(0, classes).mapToObj((id) -> new ItemClass("c" + id, "Class " + id, "")).toList(),
				items);
	}

}
