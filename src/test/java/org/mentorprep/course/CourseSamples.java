package org.mentorprep.course;

import java.time.Instant;
import java.util.List;

import org.mentorprep.content.ModuleId;
import org.mentorprep.course.MentorPage.ModuleRow;
import org.mentorprep.course.MentorPage.State;
import org.mentorprep.course.MentorPage.TaskRow;
import org.mentorprep.progress.ProgressSamples;
import org.mentorprep.testing.Sample;

/** What course staff see of one mentor. */
public final class CourseSamples {

	private static final Instant THEN = Instant.parse("2026-09-21T15:42:00Z");

	private static final ModuleId MODULE = new ModuleId("judgementoring");

	private CourseSamples() {
	}

	public static List<Sample> all() {
		List<TaskRow> open = List.of(new TaskRow("The first five minutes", true, State.NOT_YET, THEN, "1.2.0", 3),
				new TaskRow("Row three is off task", true, State.IN_PROGRESS, null, null, 0),
				new TaskRow("One more conversation", false, State.NOT_STARTED, null, null, 0));
		List<TaskRow> done = List.of(new TaskRow("The first five minutes", true, State.DONE, THEN, "1.2.0", 1));
		return List.of(
				new Sample("course-mentor", "course/mentor",
						new MentorPage("Robin Okafor", "7F3K", ProgressSamples.programme(50, null, 2, 2, MODULE),
								List.of(new ModuleRow("Judgementoring", true, State.IN_PROGRESS, null, open),
										new ModuleRow("Your mentee is an adult learner", false, State.DONE, THEN,
												done)))),
				new Sample("course-mentor-nameless", "course/mentor", new MentorPage(null, "7F3K", null,
						List.of(new ModuleRow("Judgementoring", true, State.NOT_STARTED, null, open.subList(2, 3))))));
	}

}
