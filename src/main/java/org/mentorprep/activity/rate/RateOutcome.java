package org.mentorprep.activity.rate;

import java.util.List;

import org.mentorprep.activity.Outcome;

/**
 * What came of the ratings.
 *
 * @param rated each response with its rating, in the order of the page
 */
public record RateOutcome(List<String> situation, List<Rated> rated) implements Outcome {

	public RateOutcome {
		situation = List.copyOf(situation);
		rated = List.copyOf(rated);
	}

	@Override
	public String view() {
		return "rate";
	}

	@Override
	public boolean hasReply() {
		return true;
	}

	/** How many of the moves that help were seen to help. */
	public Side helpful() {
		return side(true);
	}

	/** How many of the moves that hinder or harm were seen to. */
	public Side harmful() {
		return side(false);
	}

	private Side side(boolean helps) {
		List<Rated> of = this.rated.stream().filter((one) -> one.response().key().helps() == helps).toList();
		return new Side((int) of.stream().filter(Rated::sameSide).count(), of.size());
	}

	/**
	 * @param found how many were taken for what they are
	 * @param all how many there were
	 */
	public record Side(int found, int all) {

		public boolean complete() {
			return this.found == this.all;
		}

	}

	/** One response and the rating that it got. */
	public record Rated(Rate.Response response, Rating rating) {

		public boolean exact() {
			return this.rating == this.response.key();
		}

		public boolean sameSide() {
			return this.rating.helps() == this.response.key().helps();
		}

	}

}
