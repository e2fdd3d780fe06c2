package org.mentorprep.deeplink;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.deeplink.PickerController.OverPage;
import org.mentorprep.deeplink.PickerController.ResponsePage;
import org.mentorprep.deeplink.PickerPage.Before;
import org.mentorprep.deeplink.PickerPage.ProgrammeRow;
import org.mentorprep.deeplink.PickerPage.Row;
import org.mentorprep.testing.Sample;

/** The picker in all its states, and the pages that end it. */
public final class DeepLinkSamples {

	private static final UUID REQUEST = UUID.fromString("00000000-0000-0000-0000-000000000009");

	private static final Before NEVER = new Before(null, null);

	private static final Before HELD = new Before(Instant.parse("2026-09-03T09:00:00Z"), null);

	private static final Before SENT = new Before(null, Instant.parse("2025-09-03T09:00:00Z"));

	private DeepLinkSamples() {
	}

	public static List<Sample> all() {
		return List.of(picker("picker", true, true, null, NEVER, false, true),
				picker("picker-blank", true, true, null, HELD, false, false),
				picker("picker-programme", true, false, null, SENT, true, false),
				picker("picker-one", false, false, "deeplink.picker.problem.module", NEVER, false, true),
				picker("picker-what", true, true, "deeplink.picker.problem.what", HELD, false, false),
				new Sample("picker-nothing", "deeplink/picker",
						new PickerPage(REQUEST, false, false, false, null, List.of(), false, List.of())),
				new Sample("picker-response", "deeplink/response",
						new ResponsePage("/mod/lti/contentitem_return.php?course=2&sesskey=a", "a.b.c", 2)),
				new Sample("picker-cancelled", "deeplink/response", new ResponsePage("/return", "a.b.c", 0)),
				new Sample("picker-over", "deeplink/over", new OverPage("deeplink.over.answered")),
				new Sample("picker-late", "deeplink/over", new OverPage("deeplink.over.late")));
	}

	private static Sample picker(String name, boolean multiple, boolean graded, String problem, Before programme,
			boolean whole, boolean modules) {
		List<Row> rows = List.of(row("judgementoring", "Judgementoring", NEVER, modules && problem == null),
				row("adult-learner", "Your mentee is an adult learner", NEVER, modules && multiple),
				row("questions", "Questions that make people think", HELD, false),
				row("coaching", "Mentoring and coaching", SENT, false));
		return new Sample(name, "deeplink/picker",
				new PickerPage(REQUEST, true, multiple, graded, problem, programmes(programme, whole), modules, rows));
	}

	private static List<ProgrammeRow> programmes(Before before, boolean chosen) {
		List<String> titles = List.of("Judgementoring", "Your mentee is an adult learner");
		return List.of(
				new ProgrammeRow(new ProgrammeId("mentors"), "Mentor preparation",
						"Your course asks every mentor for this before the trainees arrive.", titles, 95,
						List.of("Mentoring and coaching"), 70, before, chosen),
				new ProgrammeRow(new ProgrammeId("one"), "One module", "", titles.subList(0, 1), 25, List.of(), 70,
						NEVER, false));
	}

	private static Row row(String id, String title, Before before, boolean chosen) {
		return new Row(new ModuleId(id), title, "Why the verdict that comes too early closes a door.",
				"A verdict that comes too early closes a conversation. Here you try what to do instead.", 25, 70,
				List.of("When the verdict comes first", "Three kinds of sentence"), List.of("The first five minutes"),
				before, chosen);
	}

}
