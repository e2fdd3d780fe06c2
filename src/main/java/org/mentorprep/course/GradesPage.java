package org.mentorprep.course;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.Delivery;
import org.mentorprep.passback.Delivery.DeliveryLine;

/**
 * What the page of a course's grades shows.
 *
 * @param link through which one came
 * @param lines those that want attention first, then by name
 * @param helpWanted those who tried a task often and in vain, by name
 * @param sent whether one was sent again just now
 */
public record GradesPage(LinkId link, List<Line> lines, List<Mentor> helpWanted, boolean sent) {

	static GradesPage of(LinkId link, List<DeliveryLine> deliveries, Map<LearnerId, String> names,
			Map<LinkId, String> titles, Collection<LearnerId> helpWanted, boolean sent) {
		List<Line> lines = deliveries.stream()
			.map((delivery) -> new Line(names.getOrDefault(delivery.learner(), ""),
					titles.getOrDefault(delivery.link(), ""), delivery))
			.sorted(Comparator.comparing((Line line) -> !line.delivery().wantsAttention()).thenComparing(Line::name))
			.toList();
		List<Mentor> mentors = helpWanted.stream()
			.map((learner) -> new Mentor(learner, names.getOrDefault(learner, "")))
			.sorted(Comparator.comparing(Mentor::name))
			.toList();
		return new GradesPage(link, lines, mentors, sent);
	}

	/** How many have arrived. */
	public long arrived() {
		return count(Delivery.State.ARRIVED);
	}

	/** How many are on their way. */
	public long waiting() {
		return count(Delivery.State.ON_ITS_WAY);
	}

	/** How many were refused. */
	public long refused() {
		return count(Delivery.State.REFUSED);
	}

	private long count(Delivery.State state) {
		return this.lines.stream().filter((line) -> line.delivery().state() == state).count();
	}

	/**
	 * One mentor of the course.
	 *
	 * @param name empty if the LMS gave none
	 */
	public record Mentor(LearnerId learner, String name) {
	}

	/**
	 * One grade.
	 *
	 * @param name empty if the LMS gave none
	 * @param activity empty if the LMS gave none
	 */
	public record Line(String name, String activity, DeliveryLine delivery) {

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
