package org.mentorprep.activity.rate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Sheet;
import org.mentorprep.testing.Fragments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class RateTests {

	private static final Rate RATE = rate(Rating.HELPS_A_LOT, Rating.HELPS_A_BIT, Rating.HINDERS_A_BIT, Rating.HARMS);

	@Provide
	Arbitrary<Rate> rates() {
		return Arbitraries.randomValue(RateTests::random);
	}

	@Property
	void keyEarnsAll(@ForAll("rates") Rate rate, @ForAll long seed) {
		assertThat(marked(rate, seed, keys(rate)).score()).isEqualTo(1);
	}

	@Property
	void scoreLiesBetweenNothingAndAll(@ForAll("rates") Rate rate, @ForAll long seed) {
		assertThat(marked(rate, seed, someRatings(rate, seed)).score()).isBetween(0.0, 1.0);
	}

	@Property
	void sameRatingThroughoutEarnsNothing(@ForAll("rates") Rate rate, @ForAll Rating rating) {
		Map<String, Rating> constant = new HashMap<>();
		rate.responses().forEach((response) -> constant.put(response.id(), rating));
		assertThat(marked(rate, 1, constant).score()).isZero();
	}

	@Property
	void orderInTheFileDoesNotMatter(@ForAll("rates") Rate rate, @ForAll long seed) {
		List<Rate.Response> shuffled = new ArrayList<>(rate.responses());
		Collections.shuffle(shuffled, new Random(seed));
		Rate other = new Rate(rate.situation(), rate.ask(), shuffled);
		Map<String, Rating> ratings = someRatings(rate, seed);
		assertThat(other.begin(seed)).isEqualTo(rate.begin(seed));
		assertThat(marked(other, seed, ratings).score()).isCloseTo(marked(rate, seed, ratings).score(), within(1e-12));
	}

	@Property
	void orderOnThePageDoesNotMatter(@ForAll("rates") Rate rate, @ForAll long seed) {
		Map<String, Rating> ratings = someRatings(rate, seed);
		assertThat(marked(rate, seed + 1, ratings)).isEqualTo(marked(rate, seed, ratings));
	}

	@Property
	void fairerRatingNeverEarnsLess(@ForAll("rates") Rate rate, @ForAll long seed) {
		Map<String, Rating> ratings = someRatings(rate, seed);
		double before = marked(rate, seed, ratings).score();
		Rate.Response improved = rate.responses().get((int) Math.floorMod(seed, rate.responses().size()));
		ratings.put(improved.id(), improved.key());
		assertThat(marked(rate, seed, ratings).score()).isGreaterThanOrEqualTo(before);
	}

	@Property(tries = 30)
	void expectedScoreOfChanceIsTheMeanOfPlaying(@ForAll("rates") Rate rate) {
		Random random = new Random(1);
		double mean = random.longs(2000)
			.mapToDouble((seed) -> marked(rate, 1, someRatings(rate, seed)).score())
			.average()
			.orElseThrow();
		assertThat(new BlindRatings(rate).random()).isCloseTo(mean, within(0.05));
	}

	@Example
	void nearMissOnTheSameSideIsWorthMoreThanOneAcrossTheMiddle() {
		assertThat(Rating.HELPS_A_BIT.credit(Rating.HELPS_A_LOT)).isEqualTo(0.6);
		assertThat(Rating.HELPS_A_BIT.credit(Rating.HINDERS_A_BIT)).isEqualTo(0.2);
		assertThat(Rating.HARMS.credit(Rating.HELPS_A_BIT)).isZero();
		assertThat(Rating.HARMS.credit(Rating.HARMS)).isEqualTo(1);
	}

	@Example
	void whatTheBestConstantAnswerEarnsIsTakenOff() {
		Map<String, Rating> ratings = keys(RATE);
		ratings.put("r0", Rating.HELPS_A_BIT);
		// The mean is 0.9; 'helps a bit' throughout has 0.6, 1, 0.2 and 0: 0.45.
		assertThat(marked(RATE, 1, ratings).score()).isCloseTo((0.9 - 0.45) / 0.55, within(1e-9));
	}

	@Example
	void formNamesPlacesOnly() {
		RateStep step = RATE.ask(3);
		Map<String, List<String>> sent = new HashMap<>();
		step.sheet().lines().forEach((line) -> sent.put(line.field(), List.of("4")));
		assertThat(RATE.read(RATE.begin(3), new Answer(sent)).values()).isEqualTo(
				Map.of("r0", List.of("harms"), "r1", List.of("harms"), "r2", List.of("harms"), "r3", List.of("harms")));
	}

	@Example
	void missingAndUnknownRatingsAreAskedForInTheOrderOfThePage() {
		List<Sheet.Line> lines = RATE.ask(3).sheet().lines();
		Answer half = RATE.read(RATE.begin(3),
				new Answer(Map.of(lines.get(0).field(), List.of("1"), lines.get(2).field(), List.of("5"))));
		AnswerRefused refused = catchThrowableOfType(AnswerRefused.class, () -> RATE.next(RATE.begin(3), half));
		assertThat(refused.messageKey()).isEqualTo("activity.rate.missing");
		assertThat(refused.gaps()).containsExactly(gap(lines.get(1)), gap(lines.get(2)), gap(lines.get(3)));
	}

	@Example
	void harmTakenForHelpIsNoted() {
		Map<String, Rating> ratings = keys(RATE);
		ratings.put("r3", Rating.HELPS_A_LOT);
		assertThat(marked(RATE, 1, ratings).flags()).containsExactly("evasion");
		assertThat(marked(RATE, 1, keys(RATE)).flags()).isEmpty();
	}

	@Example
	void sidesAreCountedSeparately() {
		Map<String, Rating> ratings = keys(RATE);
		ratings.put("r3", Rating.HELPS_A_LOT);
		RateOutcome outcome = (RateOutcome) played(RATE, 1, ratings).outcomes().get(0);
		assertThat(outcome.helpful()).isEqualTo(new RateOutcome.Side(2, 2));
		assertThat(outcome.harmful()).isEqualTo(new RateOutcome.Side(1, 2));
	}

	@Example
	void sideIsCompleteWhenAllOfItWasTakenForWhatItIs() {
		Map<String, Rating> ratings = keys(RATE);
		ratings.put("r3", Rating.HELPS_A_LOT);
		ratings.put("r0", Rating.HELPS_A_BIT);
		RateOutcome outcome = (RateOutcome) played(RATE, 1, ratings).outcomes().get(0);
		assertThat(outcome.helpful().complete()).isTrue();
		assertThat(outcome.harmful().complete()).isFalse();
	}

	@Example
	void ratingIsExactOnlyIfItIsTheKey() {
		Rate.Response response = RATE.responses().get(0);
		assertThat(new RateOutcome.Rated(response, Rating.HELPS_A_LOT).exact()).isTrue();
		assertThat(new RateOutcome.Rated(response, Rating.HELPS_A_BIT).exact()).isFalse();
		assertThat(new RateOutcome.Rated(response, Rating.HELPS_A_BIT).sameSide()).isTrue();
		assertThat(new RateOutcome.Rated(response, Rating.HINDERS_A_BIT).sameSide()).isFalse();
	}

	@Example
	void templatesHaveFragmentsForItsPages() throws IOException {
		Outcome outcome = played(RATE, 1, keys(RATE)).outcomes().get(0);
		assertThat(outcome.hasReply()).isTrue();
		assertThat(Fragments.ofSteps(RATE.kind())).contains(RATE.ask(1).view(), RATE.ask(1).view() + "-before");
		assertThat(Fragments.ofReplies(RATE.kind())).contains(outcome.view(), outcome.view() + "-title");
	}

	@Example
	void oneRatingThroughoutEarnsAllOnlyWhereAllHaveTheSameKey() {
		assertThat(new BlindRatings(RATE).bestConstant()).isZero();
		assertThat(new BlindRatings(rate(Rating.HARMS, Rating.HARMS)).bestConstant()).isEqualTo(1);
	}

	@Example
	void chanceEarnsTheMeanOfAllSixteenWaysToRateTwo() {
		// Each response earns 1, 0.6, 0 or 0; one rating for both has a mean of 0.5.
		// Beyond that: 1 once, (0.8 - 0.5) / 0.5 twice, (0.6 - 0.5) / 0.5 once.
		BlindRatings blind = new BlindRatings(rate(Rating.HELPS_A_LOT, Rating.HARMS));
		assertThat(blind.random()).isCloseTo((1 + 2 * 0.6 + 0.2) / 16, within(1e-12));
		assertThat(blind.best()).isEqualTo(1);
	}

	@Example
	void nothingFollowsTheAnswer() {
		ActivityState done = played(RATE, 1, keys(RATE));
		assertThat(done.done()).isTrue();
		assertThatIllegalStateException().isThrownBy(() -> RATE.next(done, answer(keys(RATE))));
	}

	private static AnswerRefused.Gap gap(Sheet.Line line) {
		return new AnswerRefused.Gap(line.field(), line.text());
	}

	private static Mark marked(Rate rate, long seed, Map<String, Rating> ratings) {
		return played(rate, seed, ratings).mark().orElseThrow();
	}

	private static ActivityState played(Rate rate, long seed, Map<String, Rating> ratings) {
		return rate.replay(seed, List.of(answer(ratings)));
	}

	private static Answer answer(Map<String, Rating> ratings) {
		Map<String, List<String>> values = new HashMap<>();
		ratings.forEach((id, rating) -> values.put(id, List.of(rating.id())));
		return new Answer(values);
	}

	private static Map<String, Rating> keys(Rate rate) {
		Map<String, Rating> keys = new LinkedHashMap<>();
		rate.responses().forEach((response) -> keys.put(response.id(), response.key()));
		return keys;
	}

	private static Map<String, Rating> someRatings(Rate rate, long seed) {
		Random random = new Random(seed);
		Map<String, Rating> ratings = new LinkedHashMap<>();
		keys(rate).keySet().stream().sorted().forEach((id) -> ratings.put(id, rating(random)));
		return ratings;
	}

	private static Rating rating(Random random) {
		return Rating.values()[random.nextInt(4)];
	}

	/** Four to six responses, not all of the same key. */
	private static Rate random(Random random) {
		Rating[] keys = new Rating[4 + random.nextInt(3)];
		do {
			Arrays.setAll(keys, (at) -> rating(random));
		}
		while (Arrays.stream(keys).distinct().count() == 1);
		return rate(keys);
	}

	private static Rate rate(Rating... keys) {
		List<Rate.Response> responses = new ArrayList<>();
		for (Rating key : keys) {
			responses.add(new Rate.Response("r" + responses.size(), "Response " + responses.size(), key,
					key.helps() ? null : "evasion", List.of("She nods.")));
		}
		return new Rate(List.of("It is loud."), "How much does each help?", responses);
	}

}
