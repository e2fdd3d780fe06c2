package org.mentorprep.course;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mentorprep.course.GradesPage.Line;
import org.mentorprep.course.GradesPage.Part;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.Delivery;
import org.mentorprep.passback.Delivery.DeliveryLine;
import org.mentorprep.progress.Progress.Mentor;
import org.mentorprep.testing.Sample;

/** Where the grades of a course are, as its staff see it. */
public final class GradesSamples {

	private static final Instant MORNING = Instant.parse("2026-10-02T08:30:00Z");

	private static final LinkId LINK = new LinkId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

	private GradesSamples() {
	}

	public static List<Sample> all() {
		return List.of(new Sample("course-grades", "course/grades", grades()),
				new Sample("course-grades-none", "course/grades",
						new GradesPage(LINK, Map.of(), Map.of(), part(List.of()), part(List.of()), false)),
				new Sample("course-grades-second-part", "course/grades", second()));
	}

	private static GradesPage grades() {
		return new GradesPage(LINK, Map.of(),
				Map.of(Delivery.State.ARRIVED, 2, Delivery.State.ON_ITS_WAY, 1, Delivery.State.REFUSED, 1),
				part(List.of(line("Marguerite Ellis", Delivery.State.REFUSED, Delivery.Reason.NOT_ACCEPTED, null, null),
						line("Piotr Nowak", Delivery.State.ON_ITS_WAY, Delivery.Reason.UNREACHABLE, null, null),
						line("", Delivery.State.ARRIVED, null, Delivery.CheckResult.OTHER_GRADE, 95),
						line("Sadia Khan", Delivery.State.ARRIVED, null, Delivery.CheckResult.AS_SENT, 83))),
				part(List.of(new Mentor(new LearnerId(UUID.randomUUID()), "Piotr Nowak"))), true);
	}

	/** In a large course: links before and after. */
	private static GradesPage second() {
		return new GradesPage(LINK, Map.of(), Map.of(Delivery.State.ARRIVED, 120),
				new Part<>(List.of(line("Sadia Khan", Delivery.State.ARRIVED, null, null, null)), 2, true),
				new Part<>(List.of(new Mentor(new LearnerId(UUID.randomUUID()), "Piotr Nowak")), 2, true), false);
	}

	private static <T> Part<T> part(List<T> items) {
		return new Part<>(items, 1, false);
	}

	private static Line line(String name, Delivery.State state, Delivery.Reason reason,
			Delivery.CheckResult checkResult, Integer found) {
		return new Line("Mentor preparation",
				new DeliveryLine(UUID.randomUUID(), new LearnerId(UUID.randomUUID()), name, LINK, state, 83, MORNING,
						reason, (reason == Delivery.Reason.COURSE_CLOSED) ? "This course has concluded." : null,
						MORNING, checkResult, found, (checkResult != null) ? MORNING : null));
	}

}
