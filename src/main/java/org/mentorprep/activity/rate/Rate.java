package org.mentorprep.activity.rate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Sheet;
import org.mentorprep.activity.SinglePage;
import org.mentorprep.activity.Strategy;

/**
 * A situation and ways to respond to it: how much does each help? How it is marked stands
 * in {@link RateMarking}.
 *
 * @param situation paragraphs
 * @param ask what should be judged
 * @param responses in the order of the file, which has no say
 */
public record Rate(List<String> situation, String ask, List<Response> responses) implements SinglePage<RateStep> {

	public Rate {
		situation = List.copyOf(situation);
		responses = List.copyOf(responses);
	}

	@Override
	public String kind() {
		return "rate";
	}

	@Override
	public List<Strategy> strategies() {
		BlindRatings blind = new BlindRatings(this);
		return List.of(new Strategy("the best answer", blind.best()), new Strategy("any rating", blind.random()),
				new Strategy("always the same rating", blind.bestConstant()));
	}

	@Override
	public RateStep ask(long seed) {
		Map<String, String> texts = new LinkedHashMap<>();
		this.responses.forEach((response) -> texts.put(response.id(), response.text()));
		return new RateStep(this.situation, this.ask, Sheet.of(texts, Rating.ids(), seed));
	}

	@Override
	public Answer read(RateStep asked, Answer sent) {
		return asked.sheet().read(sent);
	}

	@Override
	public Marked mark(RateStep asked, Answer answer) {
		Map<String, Rating> ratings = new LinkedHashMap<>();
		asked.sheet()
			.chosen(answer, "activity.rate.missing")
			.forEach((id, rating) -> ratings.put(id, Rating.of(rating)));
		List<RateOutcome.Rated> rated = ratings.keySet()
			.stream()
			.map((id) -> new RateOutcome.Rated(response(id), ratings.getOrDefault(id, Rating.HARMS)))
			.toList();
		return new Marked(new RateOutcome(this.situation, rated), RateMarking.mark(this.responses, ratings));
	}

	private Response response(String id) {
		return this.responses.stream().filter((response) -> response.id().equals(id)).findFirst().orElseThrow();
	}

	/**
	 * One way to respond to the situation, as the author wrote it.
	 *
	 * @param key how much it helps
	 * @param flag what kind of slip it is, for example {@code judgementoring}
	 * @param feedback paragraphs: the effect, the reason, when another rating would have
	 * been right
	 */
	public record Response(String id, String text, Rating key, @Nullable String flag, List<String> feedback) {

		public Response {
			feedback = List.copyOf(feedback);
		}

	}

}
