package org.mentorprep.activity.order;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderStartTests {

	@Test
	void attemptMayBeginWithAQuarterToAHalfOfThePairs() {
		assertThat(OrderStart.fits(0.24)).isFalse();
		assertThat(OrderStart.fits(0.25)).isTrue();
		assertThat(OrderStart.fits(0.5)).isTrue();
		assertThat(OrderStart.fits(0.51)).isFalse();
	}

	@Test
	void orderInTheFileHasNoSay() {
		List<Order.Pair> pairs = List.of(pair("a", "b"), pair("c", "d"));
		for (long seed = 0; seed < 10; seed++) {
			assertThat(OrderStart.of(List.of("e", "d", "c", "b", "a"), pairs, seed))
				.isEqualTo(OrderStart.of(List.of("a", "b", "c", "d", "e"), pairs, seed));
		}
	}

	@Test
	void singlePairBeginsTheWrongWayRoundForThereIsNoHalfOfIt() {
		for (long seed = 0; seed < 10; seed++) {
			assertThat(OrderStart.of(List.of("a", "b"), List.of(pair("a", "b")), seed)).containsExactly("b", "a");
		}
	}

	private static Order.Pair pair(String first, String then) {
		return new Order.Pair(first, then, "");
	}

}
