package org.mentorprep.deeplink;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.mentorprep.content.ModuleId;
import org.mentorprep.deeplink.PickerPage.Before;
import org.mentorprep.deeplink.PickerPage.Programme;
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
						new PickerPage(REQUEST, false, false, false, null, programme(NEVER, false), false, List.of())),
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
				new PickerPage(REQUEST, true, multiple, graded, problem, programme(programme, whole), modules, rows));
	}

	private static Programme programme(Before before, boolean chosen) {
		return new Programme(4, 95, 70, before, chosen);
	}

	private static Row row(String id, String title, Before before, boolean chosen) {
		return new Row(new ModuleId(id), title, "Why the verdict that comes too early closes a door.",
				"A verdict that comes too early closes a conversation. Here you try what to do instead.", 25, 70,
				List.of("When the verdict comes first", "Three kinds of sentence"), List.of("The first five minutes"),
				before, chosen);
	}

}
