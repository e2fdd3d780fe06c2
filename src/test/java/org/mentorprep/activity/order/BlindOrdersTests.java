package org.mentorprep.activity.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Steps in one line: of all orders of four, 1, 11, 11 and 1 have none, one, two and three
 * of the three pairs right; of five, 1, 26, 66, 26 and 1 (the numbers of Euler).
 */
class BlindOrdersTests {

	private final BlindOrders four = new BlindOrders(line(4));

	private final BlindOrders five = new BlindOrders(line(5));

	@Test
	void anyOrderEarnsTheMeanOfAll() {
		// Two of three pairs earn 1/3; three of four earn 1/2.
		assertThat(this.four.random()).isCloseTo((11.0 / 3 + 1) / 24, within(1e-12));
		assertThat(this.five.random()).isCloseTo((26.0 / 2 + 1) / 120, within(1e-12));
	}

	@Test
	void whatAnAttemptBeginsWithEarnsNothing() {
		assertThat(this.four.asShown()).isZero();
		assertThat(this.five.asShown()).isZero();
	}

	@Test
	void turningOverWhatAnAttemptBeginsWithEarnsLittle() {
		// One of three pairs right, turned over two of three.
		assertThat(this.four.reversed()).isCloseTo(1.0 / 3, within(1e-12));
		// One of four right 26 times, which earns 1/2 turned over; two of four 66 times.
		assertThat(this.five.reversed()).isCloseTo((26.0 / 2) / (26 + 66), within(1e-12));
	}

	@Test
	void bestOrderEarnsAll() {
		assertThat(this.four.best()).isEqualTo(1);
	}

	@Test
	void singlePairIsRightWhenItIsTurnedOver() {
		BlindOrders two = new BlindOrders(line(2));
		assertThat(two.reversed()).isEqualTo(1);
		assertThat(two.asShown()).isZero();
		assertThat(two.random()).isEqualTo(0.5);
	}

	private static Order line(int size) {
		Map<String, String> items = new LinkedHashMap<>();
		List<Order.Pair> pairs = new ArrayList<>();
		for (int step = 0; step < size; step++) {
			items.put("s" + step, "Step " + step);
			if (step > 0) {
				pairs.add(new Order.Pair("s" + (step - 1), "s" + step, ""));
			}
		}
		return new Order(List.of(), "In which order?", items, pairs, List.of());
	}

}
