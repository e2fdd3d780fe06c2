package org.mentorprep.activity.rate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One way to respond to the situation, as the author wrote it.
 *
 * @param key how much it helps
 * @param flag what kind of slip it is, for example {@code judgementoring}
 * @param feedback paragraphs: the effect, the reason, when another rating would have been
 * right
 */
public record RateResponse(String id, String text, Rating key, @Nullable String flag, List<String> feedback) {

	public RateResponse {
		feedback = List.copyOf(feedback);
	}

}
