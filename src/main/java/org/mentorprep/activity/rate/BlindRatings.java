package org.mentorprep.activity.rate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What ratings earn that understand nothing, worked out over all there are. */
public final class BlindRatings {

	private final List<Rate.Response> responses;

	public BlindRatings(Rate rate) {
		this.responses = rate.responses();
	}

	/** What the key itself earns. */
	public double best() {
		return RateMarking.score(this.responses, Rate.Response::key);
	}

	/** The most that one rating throughout earns. */
	public double bestConstant() {
		return Arrays.stream(Rating.values())
			.mapToDouble((rating) -> RateMarking.score(this.responses, (response) -> rating))
			.max()
			.orElseThrow();
	}

	/** The mean over all ways to rate. */
	public double random() {
		return random(0, new HashMap<>());
	}

	private double random(int from, Map<String, Rating> ratings) {
		if (from == this.responses.size()) {
			return RateMarking.score(this.responses, (response) -> ratings.getOrDefault(response.id(), Rating.HARMS));
		}
		return Arrays.stream(Rating.values()).mapToDouble((rating) -> {
			ratings.put(this.responses.get(from).id(), rating);
			return random(from + 1, ratings);
		}).average().orElseThrow();
	}

}
