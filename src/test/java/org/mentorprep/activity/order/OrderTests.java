package org.mentorprep.activity.order;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.testing.Fragments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class OrderTests {

	/** Four steps in one line of three pairs, the last of them free. */
	private static final Order SMALL = order(5, pair(0, 1), pair(1, 2), pair(2, 3));

	@Provide
	Arbitrary<Order> orders() {
		return Arbitraries.randomValue(OrderTests::random);
	}

	@Property
	void orderThatFitsAllPairsEarnsAll(@ForAll("orders") Order order, @ForAll long seed) {
		assertThat(score(order, seed, inLine(order))).isEqualTo(1);
	}

	@Property
	void scoreLiesBetweenNothingAndAll(@ForAll("orders") Order order, @ForAll long seed) {
		assertThat(score(order, seed, shuffled(order, seed))).isBetween(0.0, 1.0);
	}

	@Property
	void halfOfThePairsIsRightOnAverage(@ForAll("orders") Order order) {
		List<Double> shares = new ArrayList<>();
		permutations(inLine(order), 0, (one) -> shares.add(OrderMarking.right(order.before(), one)));
		double raw = shares.stream().mapToDouble((right) -> 2 * right - 1).average().orElseThrow();
		assertThat(raw).isCloseTo(0, within(1e-9));
	}

	@Property
	void turningAnOrderOverTurnsThePairsOver(@ForAll("orders") Order order, @ForAll long seed) {
		List<String> turned = new ArrayList<>(shuffled(order, seed));
		Collections.reverse(turned);
		assertThat(OrderMarking.right(order.before(), turned))
			.isCloseTo(1 - OrderMarking.right(order.before(), shuffled(order, seed)), within(1e-9));
	}

	@Property
	void attemptBeginsWithAnOrderThatEarnsNothing(@ForAll("orders") Order order, @ForAll long seed) {
		assertThat(score(order, seed, ids(order.ask(seed).rows()))).isZero();
	}

	@Property
	void orderInTheFileDoesNotMatter(@ForAll("orders") Order order, @ForAll long seed) {
		List<Order.Pair> pairs = new ArrayList<>(order.before());
		Collections.shuffle(pairs, new Random(seed));
		Order other = new Order(order.intro(), order.ask(), order.items(), pairs, order.feedback());
		assertThat(other.begin(seed)).isEqualTo(order.begin(seed));
		assertThat(score(other, seed, shuffled(order, seed))).isEqualTo(score(order, seed, shuffled(order, seed)));
	}

	@Property
	void anyOrderCanBeReachedByTheButtons(@ForAll("orders") Order order, @ForAll long seed) {
		List<String> wanted = shuffled(order, seed + 1);
		OrderStep step = order.ask(seed);
		for (int place = 0; place < wanted.size(); place++) {
			while (!step.rows().get(place).id().equals(wanted.get(place))) {
				int at = ids(step.rows()).indexOf(wanted.get(place));
				step = pressed(order, seed, step, "up-" + step.rows().get(at).number(), Map.of());
			}
		}
		assertThat(order.read(order.begin(seed), sent(step, Map.of())).values()).isEqualTo(Map.of("order", wanted));
	}

	@Property(tries = 50)
	void blindOrdersAreTheMeanOfAllOrders(@ForAll("orders") Order order) {
		List<Double> scores = new ArrayList<>();
		permutations(inLine(order), 0, (one) -> scores.add(score(order, 1, one)));
		BlindOrders blind = new BlindOrders(order);
		assertThat(blind.random()).isCloseTo(scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
				within(1e-9));
		assertThat(blind.best()).isEqualTo(1);
		assertThat(blind.asShown()).isZero();
	}

	@Example
	void twoThirdsOfThePairsEarnAThird() {
		assertThat(score(SMALL, 1, List.of("s1", "s0", "s2", "s3", "s4"))).isCloseTo(1.0 / 3, within(1e-9));
	}

	@Example
	void whatNoPairNamesMayStandAnywhere() {
		assertThat(score(SMALL, 1, List.of("s4", "s0", "s1", "s2", "s3"))).isEqualTo(1);
		assertThat(score(SMALL, 1, List.of("s0", "s1", "s4", "s2", "s3"))).isEqualTo(1);
	}

	@Example
	void arrowMovesOneStepByOnePlace() {
		OrderStep begun = SMALL.ask(1);
		OrderStep.Row second = begun.rows().get(1);
		OrderStep down = pressed(SMALL, 1, begun, "down-" + second.number(), Map.of());
		assertThat(down.rows().get(2)).isEqualTo(second);
		assertThat(down.moved()).isEqualTo(new OrderStep.Moved(second, 3, false));
	}

	@Example
	void arrowBeyondTheEndOfTheListMovesNothing() {
		OrderStep begun = SMALL.ask(1);
		assertThat(pressed(SMALL, 1, begun, "up-" + begun.rows().get(0).number(), Map.of()).rows())
			.isEqualTo(begun.rows());
		assertThat(pressed(SMALL, 1, begun, "down-" + begun.rows().get(4).number(), Map.of()).rows())
			.isEqualTo(begun.rows());
	}

	@Example
	void stepMovesStraightToAPlace() {
		OrderStep begun = SMALL.ask(1);
		OrderStep.Row first = begun.rows().get(0);
		OrderStep moved = pressed(SMALL, 1, begun, "straight", Map.of("step", first.number(), "place", "5"));
		assertThat(moved.rows().get(4)).isEqualTo(first);
		assertThat(moved.moved()).isEqualTo(new OrderStep.Moved(first, 5, true));
	}

	@Example
	void firstPlaceIsAPlaceToMoveTo() {
		OrderStep begun = SMALL.ask(1);
		OrderStep.Row last = begun.rows().get(4);
		OrderStep moved = pressed(SMALL, 1, begun, "straight", Map.of("step", last.number(), "place", "1"));
		assertThat(moved.rows().get(0)).isEqualTo(last);
		assertThat(moved.moved()).isEqualTo(new OrderStep.Moved(last, 1, true));
	}

	@Example
	void placeBeyondTheLastIsNone() {
		OrderStep begun = SMALL.ask(1);
		assertThat(pressed(SMALL, 1, begun, "straight", Map.of("step", "1", "place", "6"))).isEqualTo(begun);
	}

	@Example
	void stepsAreNumberedFromOneAsThePageFirstShowsThem() {
		assertThat(SMALL.ask(1).numbers()).isEqualTo("1 2 3 4 5");
		assertThat(SMALL.ask(2).numbers()).isEqualTo("1 2 3 4 5");
	}

	@Example
	void templatesHaveFragmentsForItsPages() throws IOException {
		OrderOutcome outcome = outcome(SMALL, inLine(SMALL));
		assertThat(outcome.hasReply()).isTrue();
		assertThat(Fragments.ofSteps(SMALL.kind())).contains(SMALL.ask(1).view(), SMALL.ask(1).view() + "-before");
		assertThat(Fragments.ofReplies(SMALL.kind())).contains(outcome.view(), outcome.view() + "-title");
	}

	@Example
	void buttonsThatMeanNothingLeaveTheOrderAsItIs() {
		OrderStep begun = SMALL.ask(1);
		for (String button : List.of("up-9", "sideways-1", "up", "straight")) {
			assertThat(pressed(SMALL, 1, begun, button, Map.of("step", "1", "place", "0"))).isEqualTo(begun);
		}
	}

	@Example
	void changeBySomethingThatIsNoOrderBeginsAfresh() {
		OrderStep moved = (OrderStep) SMALL
			.changed(SMALL.begin(1), new Answer(Map.of(Activity.CHANGE, List.of("up-9"), "order", List.of("1 1"))))
			.orElseThrow();
		assertThat(moved).isEqualTo(SMALL.ask(1));
	}

	@Example
	void orderThatLacksAStepIsRefused() {
		Answer sent = new Answer(Map.of("order", List.of("1 2 2 3 4")));
		AnswerRefused refused = catchThrowableOfType(AnswerRefused.class,
				() -> SMALL.next(SMALL.begin(1), SMALL.read(SMALL.begin(1), sent)));
		assertThat(refused.messageKey()).isEqualTo("activity.order.incomplete");
	}

	@Example
	void outcomeNamesThePairsThatStandTheOtherWayRound() {
		OrderOutcome outcome = outcome(SMALL, List.of("s1", "s0", "s2", "s3", "s4"));
		assertThat(outcome.reversed()).containsExactly(new OrderOutcome.Pair("Step 0", "Step 1", "Why 0", false));
		assertThat(outcome.right()).isEqualTo(2);
	}

	@Example
	void stepThatStandsWrongMostOftenIsTheOneToLookAtAgain() {
		assertThat(outcome(SMALL, List.of("s2", "s0", "s1", "s3", "s4")).lookAgain()).contains("Step 2");
		assertThat(outcome(SMALL, List.of("s0", "s2", "s1", "s3", "s4")).lookAgain()).contains("Step 2");
		assertThat(outcome(SMALL, List.of("s1", "s0", "s3", "s2", "s4")).lookAgain()).contains("Step 1");
		assertThat(outcome(SMALL, List.of("s0", "s1", "s2", "s3", "s4")).lookAgain()).isEmpty();
	}

	@Example
	void ordersAtTheStartAreAboutEquallyFrequent() {
		Order two = order(3, pair(0, 1), pair(1, 2));
		Map<String, Integer> seen = new HashMap<>();
		for (long seed = 0; seed < 4000; seed++) {
			seen.merge(String.join(" ", ids(two.ask(seed).rows())), 1, Integer::sum);
		}
		// Four of the six orders have one pair of two right; five deviations are 137.
		assertThat(seen).hasSize(4);
		assertThat(seen.values()).allSatisfy((count) -> assertThat(count).isBetween(863, 1137));
	}

	private static OrderOutcome outcome(Order order, List<String> ids) {
		return (OrderOutcome) played(order, 1, ids).outcomes().get(0);
	}

	private static double score(Order order, long seed, List<String> ids) {
		return played(order, seed, ids).mark().orElseThrow().score();
	}

	private static ActivityState played(Order order, long seed, List<String> ids) {
		return order.replay(seed, List.of(new Answer(Map.of("order", ids))));
	}

	private static OrderStep pressed(Order order, long seed, OrderStep step, String button, Map<String, String> more) {
		Map<String, String> fields = new HashMap<>(more);
		fields.put(Activity.CHANGE, button);
		return (OrderStep) order.changed(order.begin(seed), sent(step, fields)).orElseThrow();
	}

	/** What the form of a page sends. */
	private static Answer sent(OrderStep step, Map<String, String> fields) {
		Map<String, List<String>> values = new HashMap<>();
		fields.forEach((field, one) -> values.put(field, List.of(one)));
		values.put("order", List.of(step.numbers()));
		return new Answer(values);
	}

	private static List<String> ids(List<OrderStep.Row> rows) {
		return rows.stream().map(OrderStep.Row::id).toList();
	}

	private static List<String> shuffled(Order order, long seed) {
		List<String> ids = new ArrayList<>(inLine(order));
		Collections.shuffle(ids, new Random(seed));
		return ids;
	}

	/** All pairs lead from lower to higher numbers, so this order fits. */
	private static List<String> inLine(Order order) {
		return order.items().keySet().stream().sorted().toList();
	}

	private static void permutations(List<String> ids, int from, Consumer<List<String>> each) {
		List<String> order = new ArrayList<>(ids);
		if (from == order.size()) {
			each.accept(order);
		}
		for (int i = from; i < order.size(); i++) {
			Collections.swap(order, from, i);
			permutations(order, from + 1, each);
		}
	}

	/** Three to six steps and at least two pairs. */
	private static Order random(Random random) {
		int size = 3 + random.nextInt(4);
		List<Order.Pair> pairs = new ArrayList<>(List.of(pair(0, 1), pair(1, 2)));
		for (int first = 0; first < size; first++) {
			for (int then = first + 1; then < size; then++) {
				if (random.nextInt(3) == 0 && !pairs.contains(pair(first, then))) {
					pairs.add(pair(first, then));
				}
			}
		}
		return order(size, pairs.toArray(Order.Pair[]::new));
	}

	private static Order.Pair pair(int first, int then) {
		return new Order.Pair("s" + first, "s" + then, "Why " + first);
	}

	private static Order order(int size, Order.Pair... pairs) {
		Map<String, String> items = new HashMap<>();
		IntStream.range(0, size).forEach((step) -> items.put("s" + step, "Step " + step));
		return new Order(List.of("It is week nine."), "In which order?", items, List.of(pairs),
				List.of("He hears it first."));
	}

}
