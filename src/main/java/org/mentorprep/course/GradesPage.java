package org.mentorprep.course;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mentorprep.launch.Link;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Pseudonym;
import org.mentorprep.passback.Delivery;
import org.mentorprep.passback.Delivery.DeliveryLine;
import org.mentorprep.progress.Progress.Mentor;

/**
 * What the page of a course's grades shows.
 *
 * @param link through which one came
 * @param pseudonyms codes of the listed whose names the LMS keeps to itself
 * @param counts how many grades of the course are in each state
 * @param lines those that want attention first, then by name
 * @param helpWanted those who tried a task often and in vain, by name
 * @param sent whether one was sent again just now
 */
public record GradesPage(LinkId link, Map<LearnerId, String> pseudonyms, Map<Delivery.State, Integer> counts,
		Part<Line> lines, Part<Mentor> helpWanted, boolean sent) {

	static GradesPage of(LinkId link, List<Link> course, Map<Delivery.State, Integer> counts,
			Part<DeliveryLine> deliveries, Part<Mentor> helpWanted, boolean sent) {
		Map<LinkId, String> titles = course.stream()
			.filter((one) -> one.title() != null)
			.collect(Collectors.toMap(Link::id, Link::title));
		Link any = course.get(0);
		Map<LearnerId, String> pseudonyms = Stream
			.concat(deliveries.items().stream().filter((line) -> line.name().isEmpty()).map(DeliveryLine::learner),
					helpWanted.items().stream().filter((one) -> one.name().isEmpty()).map(Mentor::learner))
			.distinct()
			.collect(Collectors.toMap((learner) -> learner, (learner) -> Pseudonym.of(any, learner)));
		return new GradesPage(link, pseudonyms, counts,
				deliveries.map((delivery) -> new Line(titles.getOrDefault(delivery.link(), ""), delivery)), helpWanted,
				sent);
	}

	/** The code of a learner without a name; empty if they have one. */
	public String pseudonym(LearnerId learner) {
		return this.pseudonyms.getOrDefault(learner, "");
	}

	/** How many have arrived. */
	public int arrived() {
		return count(Delivery.State.ARRIVED);
	}

	/** How many are on their way. */
	public int waiting() {
		return count(Delivery.State.ON_ITS_WAY);
	}

	/** How many were refused. */
	public int refused() {
		return count(Delivery.State.REFUSED);
	}

	private int count(Delivery.State state) {
		return this.counts.getOrDefault(state, 0);
	}

	/**
	 * A part of a list that may be long.
	 *
	 * @param number of the part, from 1
	 * @param more whether another one follows
	 */
	public record Part<T>(List<T> items, int number, boolean more) {

		static final int SIZE = 50;

		/** So many parts nobody turns over; a number beyond is somebody's invention. */
		private static final int MOST = 10_000;

		static <T> Part<T> of(int wanted, Query<T> query) {
			int number = Math.min(Math.max(wanted, 1), MOST);
			List<T> found = query.find((number - 1) * SIZE, SIZE + 1);
			return new Part<>(found.subList(0, Math.min(SIZE, found.size())), number, found.size() > SIZE);
		}

		<R> Part<R> map(Function<T, R> mapper) {
			return new Part<>(this.items.stream().map(mapper).toList(), this.number, this.more);
		}

		/** Finds some of a list. */
		interface Query<T> {

			List<T> find(int after, int most);

		}

	}

	/**
	 * One grade.
	 *
	 * @param activity empty if the LMS gave none
	 */
	public record Line(String activity, DeliveryLine delivery) {

		/** Empty if the LMS gave none. */
		public String name() {
			return this.delivery.name();
		}

		/** The shape beside the state. */
		public String icon() {
			return switch (this.delivery.state()) {
				case ARRIVED -> "done";
				case ON_ITS_WAY -> "on-its-way";
				case REFUSED -> "octagon";
			};
		}

	}

}
