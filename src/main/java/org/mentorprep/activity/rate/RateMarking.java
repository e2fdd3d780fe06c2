package org.mentorprep.activity.rate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.mentorprep.activity.Mark;

/**
 * The marking rule of ratings, in one place: the mean of {@link Rating#credit} over the
 * responses, beyond what the best constant answer would earn on them.
 */
final class RateMarking {

	private RateMarking() {
	}

	/** What a way of rating earns. */
	static double score(List<Rate.Response> responses, Function<Rate.Response, Rating> ratings) {
		return Mark.beyond(blind(responses), raw(responses, ratings));
	}

	/** What the best constant answer earns before it is taken off. */
	static double blind(List<Rate.Response> responses) {
		return Arrays.stream(Rating.values())
			.mapToDouble((rating) -> raw(responses, (response) -> rating))
			.max()
			.orElseThrow();
	}

	/** The mark, which notes the harmful responses that were taken for help. */
	static Mark mark(List<Rate.Response> responses, Map<String, Rating> ratings) {
		Function<Rate.Response, Rating> given = (response) -> ratings.getOrDefault(response.id(), Rating.HARMS);
		Set<String> flags = new HashSet<>();
		for (Rate.Response response : responses) {
			if (response.flag() != null && !response.key().helps() && given.apply(response).helps()) {
				flags.add(response.flag());
			}
		}
		return new Mark(score(responses, given), Map.of(), flags);
	}

	private static double raw(List<Rate.Response> responses, Function<Rate.Response, Rating> ratings) {
		return responses.stream()
			.mapToDouble((response) -> ratings.apply(response).credit(response.key()))
			.average()
			.orElse(0);
	}

}
