package org.mentorprep.web;

import java.time.Instant;
import java.util.List;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.LedgerChain;
import org.mentorprep.audit.LedgerEntry;
import org.mentorprep.audit.LedgerPage;
import org.mentorprep.passback.Delivery;
import org.mentorprep.passback.Backlogs.Backlog;
import org.mentorprep.platform.KeysPage;
import org.mentorprep.platform.KeysPage.Said;
import org.mentorprep.platform.KeysPage.State;
import org.mentorprep.testing.Sample;
import org.mentorprep.web.OverviewController.OverviewPage;

/** The operator's pages as they may be seen. */
final class OperatorSamples {

	private static final Instant MORNING = Instant.parse("2026-10-02T08:30:00Z");

	private static final Instant LAST_YEAR = Instant.parse("2025-11-20T08:30:00Z");

	private static final String KID = "YKw4DiKq-vO6i9fpox0YG6XbJdt5mPzsHE75klk_2-A";

	private OperatorSamples() {
	}

	static List<Sample> all() {
		return List.of(
				new Sample("operator-overview", "web/overview", new OverviewPage(3, 1, 2, MORNING, 2, LAST_YEAR, 1)),
				new Sample("operator-overview-new", "web/overview", new OverviewPage(0, 0, 0, null, 0, MORNING, 0)),
				new Sample("operator-keys", "platform/keys", keys()),
				new Sample("operator-key", "platform/keys",
						new KeysPage(List.of(signing(LAST_YEAR)), false, false, 24, 180, Said.STAYS)),
				new Sample("operator-deliveries", "passback/deliveries", backlogs()),
				new Sample("operator-deliveries-none", "passback/deliveries", List.of()),
				new Sample("operator-ledger", "audit/ledger",
						new LedgerPage(lines(), true, 6L,
								new LedgerChain.Check(false, 2, 6, 7, null, "3f9a".repeat(16), 2))),
				new Sample("operator-ledger-broken", "audit/ledger",
						new LedgerPage(lines(), false, null,
								new LedgerChain.Check(true, 9, 1, 9, 7L, "3f9a".repeat(16), 0))),
				new Sample("operator-tasks", "web/tasks", tasks()));
	}

	private static List<RecurringWork.TaskRow> tasks() {
		return List.of(new RecurringWork.TaskRow("audit.task.seals", false, LAST_YEAR, MORNING, 3, MORNING),
				new RecurringWork.TaskRow("progress.task.recount", true, MORNING, MORNING, 0, LAST_YEAR),
				new RecurringWork.TaskRow("roster.task.of-a-later-version", false, null, MORNING, 0, null));
	}

	private static List<Backlog> backlogs() {
		return List.of(new Backlog("Northshire Moodle", true, null, null, null, 0, null, 0, 0, null, MORNING),
				new Backlog("St Brigid’s Moodle", true, Delivery.Reason.UNREACHABLE, MORNING, MORNING, 2,
						"This course has concluded.", 12, 1, MORNING, LAST_YEAR),
				new Backlog("Old Northshire Moodle", false, null, null, null, 0, null, 3, 0, LAST_YEAR, null));
	}

	private static KeysPage keys() {
		return new KeysPage(
				List.of(new KeysPage.Line("nPj1" + KID.substring(4), State.WAITS, MORNING, MORNING), signing(LAST_YEAR),
						new KeysPage.Line("a8Tq" + KID.substring(4), State.KEPT, LAST_YEAR, MORNING)),
				true, true, 24, 180, Said.MADE);
	}

	private static KeysPage.Line signing(Instant since) {
		return new KeysPage.Line(KID, State.SIGNS, since, since);
	}

	private static List<LedgerEntry> lines() {
		return List.of(new LedgerEntry(9, MORNING, Actor.operator(), "platform.key-made", KID, "", null),
				new LedgerEntry(8, MORNING, Actor.operator(), "operator.signed-in", "operator", "", null),
				new LedgerEntry(7, LAST_YEAR, Actor.tool(), "operator.sign-in-refused", "operator", "3", 12L),
				new LedgerEntry(6, LAST_YEAR, Actor.platform("5f1c9a34-6f0e-4d7f-9e9b-0c5b9a1f2f11"), "a.later-act",
						"Northshire Moodle", "of a package that is gone", 11L));
	}

}
