package org.mentorprep.course;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.passback.Delivery;
import org.mentorprep.passback.Delivery.DeliveryLine;
import org.mentorprep.testing.Sample;

/** Where the grades of a course are, as its staff see it. */
public final class GradesSamples {

	private static final Instant MORNING = Instant.parse("2026-10-02T08:30:00Z");

	private static final LinkId LINK = new LinkId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

	private GradesSamples() {
	}

	public static List<Sample> all() {
		return List.of(new Sample("course-grades", "course/grades", grades()),
				new Sample("course-grades-none", "course/grades", new GradesPage(LINK, List.of(), List.of(), false)));
	}

	private static GradesPage grades() {
		LearnerId ellis = new LearnerId(UUID.randomUUID());
		LearnerId nowak = new LearnerId(UUID.randomUUID());
		LearnerId khan = new LearnerId(UUID.randomUUID());
		return GradesPage.of(LINK,
				List.of(line(khan, Delivery.State.ARRIVED, null, Delivery.CheckResult.AS_SENT, 83),
						line(ellis, Delivery.State.REFUSED, Delivery.Reason.NOT_ACCEPTED, null, null),
						line(nowak, Delivery.State.ON_ITS_WAY, Delivery.Reason.UNREACHABLE, null, null),
						line(new LearnerId(UUID.randomUUID()), Delivery.State.ARRIVED, null,
								Delivery.CheckResult.OTHER_GRADE, 95)),
				Map.of(ellis, "Marguerite Ellis", nowak, "Piotr Nowak", khan, "Sadia Khan"),
				Map.of(LINK, "Mentor preparation"), List.of(nowak), true);
	}

	private static DeliveryLine line(LearnerId learner, Delivery.State state, Delivery.Reason problem,
			Delivery.CheckResult finding, Integer found) {
		return new DeliveryLine(UUID.randomUUID(), learner, LINK, state, 83, MORNING, problem, MORNING, finding, found,
				(finding != null) ? MORNING : null);
	}

}
