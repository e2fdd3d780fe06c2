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
public final class RateMarking {

	private RateMarking() {
	}

	/** What a way of rating earns. */
	public static double score(List<RateResponse> responses, Function<RateResponse, Rating> ratings) {
		return Mark.beyond(blind(responses), raw(responses, ratings));
	}

	/** What the best constant answer earns before it is taken off. */
	public static double blind(List<RateResponse> responses) {
		return Arrays.stream(Rating.values())
			.mapToDouble((rating) -> raw(responses, (response) -> rating))
			.max()
			.orElseThrow();
	}

	/** The mark, which notes the harmful responses that were taken for help. */
	static Mark mark(List<RateResponse> responses, Map<String, Rating> ratings) {
		Function<RateResponse, Rating> given = (response) -> ratings.getOrDefault(response.id(), Rating.HARMS);
		Set<String> flags = new HashSet<>();
		for (RateResponse response : responses) {
			if (response.flag() != null && !response.key().helps() && given.apply(response).helps()) {
				flags.add(response.flag());
			}
		}
		return new Mark(score(responses, given), Map.of(), flags);
	}

	private static double raw(List<RateResponse> responses, Function<RateResponse, Rating> ratings) {
		return responses.stream()
			.mapToDouble((response) -> ratings.apply(response).credit(response.key()))
			.average()
			.orElse(0);
	}

}
