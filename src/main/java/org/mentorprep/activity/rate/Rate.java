package org.mentorprep.activity.rate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Sheet;
import org.mentorprep.activity.SinglePage;

/**
 * A situation and ways to respond to it: how much does each help? How it is marked stands
 * in {@link RateMarking}.
 *
 * @param situation paragraphs
 * @param ask what should be judged
 * @param responses in the order of the file, which has no say
 */
public record Rate(List<String> situation, String ask, List<RateResponse> responses) implements SinglePage<RateStep> {

	public Rate {
		situation = List.copyOf(situation);
		responses = List.copyOf(responses);
	}

	@Override
	public String kind() {
		return "rate";
	}

	@Override
	public Set<Dimension> critical() {
		return Set.of();
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

	private RateResponse response(String id) {
		return this.responses.stream().filter((response) -> response.id().equals(id)).findFirst().orElseThrow();
	}

}
