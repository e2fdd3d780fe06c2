package org.mentorprep.mentor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.mentorprep.attempt.AttemptId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack.DimensionWords;
import org.mentorprep.content.Page;
import org.mentorprep.content.PageId;
import org.mentorprep.content.TaskId;
import org.mentorprep.diagnostic.ReadingAdvice;
import org.mentorprep.launch.LinkId;
import org.mentorprep.mentor.GradebookStatus.State;
import org.mentorprep.mentor.HelpController.HelpPage;
import org.mentorprep.mentor.HomePage.CarryOn;
import org.mentorprep.mentor.HomePage.ModuleLink;
import org.mentorprep.mentor.ModulePage.Missing;
import org.mentorprep.mentor.ModuleSummary.TaskState;
import org.mentorprep.mentor.PauseController.PausePage;
import org.mentorprep.mentor.ReadingController.ReadingPage;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.testing.Sample;
import org.mentorprep.testing.TinyPacks;

/** The mentor's home and the pages of a module in all their states. */
public final class MentorSamples {

	private static final LinkId LINK = new LinkId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

	private static final AttemptId ATTEMPT = new AttemptId(UUID.fromString("00000000-0000-0000-0000-000000000002"));

	private static final ModuleId MODULE = new ModuleId("judgementoring");

	private static final String WHY = "Your course asks every mentor for this before the trainees arrive.";

	private static final Instant THEN = Instant.parse("2026-09-21T15:42:00Z");

	private static final CarryOn CARRY_ON = new CarryOn(ATTEMPT, MODULE, "Judgementoring", "The first five minutes",
			"You had just asked Amina about the source task.", 2, 12);

	private static final ModuleLink NEXT = new ModuleLink(new ModuleId("questions"),
			"Questions that make people think");

	private MentorSamples() {
	}

	public static List<Sample> all() {
		List<Sample> samples = new ArrayList<>(homes());
		samples.addAll(modules());
		samples.addAll(reading());
		samples.add(new Sample("help", "mentor/help", new HelpPage(LINK, false, true, false)));
		samples.add(new Sample("help-progress", "mentor/help", new HelpPage(LINK, true, true, true)));
		samples.add(new Sample("help-single-staff", "mentor/help", new HelpPage(LINK, true, false, true)));
		samples.add(new Sample("keys", "mentor/keys", new HelpPage.Keys(LINK, 53, 52)));
		samples.add(new Sample("keys-all-drafts", "mentor/keys", new HelpPage.Keys(LINK, 53, 53)));
		samples.add(pause(3, List.of()));
		samples.add(pause(4, List.of(new DimensionWords("Evidence before evaluation", "", "",
				"Your opinion mostly came first, so there was little left for your mentee to look at."))));
		return samples;
	}

	private static Sample pause(int next, List<DimensionWords> cameUp) {
		Module module = TinyPacks.listening(TinyPacks.RULE);
		return new Sample("pause-" + next, "mentor/pause", new PausePage(LINK, module, module.tasks().get(0), next,
				cameUp, new AttemptId(UUID.randomUUID()), module.pages().get(0)));
	}

	private static List<Sample> homes() {
		List<HomePage.Row> asked = List.of(
				row("adult-learner", "Your mentee is an adult learner", ModuleProgress.State.COMPLETED, 0),
				row("judgementoring", "Judgementoring", ModuleProgress.State.IN_PROGRESS, 2),
				row("notes", "Notes you can both read", ModuleProgress.State.NOT_YET, 1),
				row("questions", "Questions that make people think", ModuleProgress.State.NOT_STARTED, 3));
		List<HomePage.Row> optional = List
			.of(row("coaching", "Mentoring and coaching", ModuleProgress.State.NOT_STARTED, 1));
		GradebookStatus book = new GradebookStatus(State.ARRIVED, 25, THEN, true, false, 69);
		return List.of(
				new Sample("home", "mentor/home",
						new HomePage(LINK, WHY, 3, 45, true, CARRY_ON, NEXT, asked, optional, book)),
				new Sample("home-start", "mentor/home",
						new HomePage(LINK, "", 3, 60, false, null, NEXT, asked, List.of(),
								new GradebookStatus(State.NOT_FOR_YOU, 0, null, true, false, 69))),
				new Sample("home-done", "mentor/home",
						new HomePage(LINK, WHY, 0, 0, true, null, null, asked.subList(0, 1), optional,
								new GradebookStatus(State.ON_ITS_WAY, 100, THEN, true, false, 69))));
	}

	private static List<Sample> reading() {
		String html = "<p>When you watch a lesson, three kinds of sentence form in your head.</p>"
				+ "<blockquote><p>“A weak starter.”</p></blockquote><h2>Try it tomorrow</h2><p>Mark each line.</p>"
				+ "<table><thead><tr><th>Verdict first</th><th>Evidence first</th></tr></thead>"
				+ "<tbody><tr><td>The timing was weak.</td><td>What do you make of that?</td></tr></tbody></table>";
		Page first = new Page(new PageId("kinds"), "Three kinds of sentence", 3, html, List.of("A source. 2013."));
		Page last = new Page(new PageId("notes"), "Notes you can both read", 1, "<p>Short.</p>", List.of());
		return List.of(
				new Sample("reading", "mentor/reading",
						new ReadingPage(LINK, MODULE, "Judgementoring", first, 1, 2, last, 3)),
				new Sample("reading-last", "mentor/reading",
						new ReadingPage(LINK, MODULE, "Judgementoring", last, 2, 2, null, 1)));
	}

	private static List<Sample> modules() {
		return List.of(
				module("module-not-started", ModuleProgress.State.NOT_STARTED, State.WHEN_COMPLETED, null,
						List.of(task(TaskState.NOT_STARTED, null, null))),
				module("module-known", ModuleProgress.State.NOT_STARTED, State.NOTHING_YET, null,
						List.of(task(TaskState.NOT_STARTED, null, null)),
						new ReadingAdvice(ReadingAdvice.State.KNOWN, 5, 1)),
				module("module-tried", ModuleProgress.State.NOT_STARTED, State.NOTHING_YET, null,
						List.of(task(TaskState.NOT_STARTED, null, null)),
						new ReadingAdvice(ReadingAdvice.State.TRIED, 5, 2)),
				module("module-carry-on", ModuleProgress.State.IN_PROGRESS, State.WHEN_COMPLETED, CARRY_ON,
						List.of(task(TaskState.IN_PROGRESS, null, ATTEMPT))),
				module("module-in-progress", ModuleProgress.State.IN_PROGRESS, State.NO_COLUMN, null,
						List.of(task(TaskState.PASSED, 78, null), task(TaskState.NOT_STARTED, null, null))),
				module("module-not-yet", ModuleProgress.State.NOT_YET, State.ON_ITS_WAY, null,
						List.of(task(TaskState.NOT_YET, 74, null), task(TaskState.PASSED, 91, null))),
				module("module-refused", ModuleProgress.State.NOT_YET, State.REFUSED, CARRY_ON,
						List.of(task(TaskState.NOT_YET, 74, ATTEMPT))),
				module("module-completed", ModuleProgress.State.COMPLETED, State.ARRIVED, null,
						List.of(task(TaskState.PASSED, 78, null), task(TaskState.PASSED, 91, null))),
				module("module-staff", ModuleProgress.State.NOT_STARTED, State.NOT_FOR_YOU, null,
						List.of(task(TaskState.NOT_STARTED, null, null))));
	}

	private static Sample module(String name, ModuleProgress.State state, State sent, CarryOn carryOn,
			List<ModulePage.TaskRow> tasks) {
		return module(name, state, sent, carryOn, tasks, new ReadingAdvice(ReadingAdvice.State.UNTRIED, 5, 0));
	}

	private static Sample module(String name, ModuleProgress.State state, State sent, CarryOn carryOn,
			List<ModulePage.TaskRow> tasks, ReadingAdvice advice) {
		boolean completed = state == ModuleProgress.State.COMPLETED;
		boolean notYet = state == ModuleProgress.State.NOT_YET;
		List<Missing> missing = notYet ? List.of(
				new Missing(Missing.Kind.DIMENSION, "The first five minutes", "Evidence before evaluation", 40, 50),
				new Missing(Missing.Kind.TOTAL, "Row three is off task", null, 66, 70)) : List.of();
		List<Page> pages = List.of(new Page(new PageId("kinds"), "Three kinds of sentence", 3, "", List.of()),
				new Page(new PageId("notes"), "Notes you can both read", 1, "", List.of()));
		return new Sample(name, "mentor/module",
				new ModulePage(LINK, MODULE, "Judgementoring", "Why the verdict that comes too early closes a door.",
						"A verdict that comes too early closes a conversation. Here you try what to do instead.",
						name.endsWith("staff"), name.endsWith("in-progress"), sent != State.NOT_FOR_YOU, state,
						notYet ? 82 : 83, 70, 50, 20, 8, completed ? THEN : null, missing,
						new GradebookStatus(sent, 69, THEN, false, notYet, 69), pages, tasks, carryOn,
						completed ? null : tasks.get(tasks.size() - 1), completed ? NEXT : null, advice));
	}

	private static ModulePage.TaskRow task(TaskState state, Integer best, AttemptId open) {
		List<String> below = (state == TaskState.NOT_YET) ? List.of("Evidence before evaluation") : List.of();
		return new ModulePage.TaskRow(new TaskId("first-five-minutes"), "The first five minutes",
				"Open a debrief so that she does the thinking.", 8, true, state, best, below, (best != null) ? 1 : 0,
				(best != null) ? ATTEMPT : null, open);
	}

	private static HomePage.Row row(String id, String title, ModuleProgress.State state, int tasksLeft) {
		return new HomePage.Row(new ModuleId(id), title,
				"Purpose, experience and stage: helping a grown-up who is " + "also a novice.", state, tasksLeft,
				12 * tasksLeft, (state == ModuleProgress.State.COMPLETED) ? THEN : null);
	}

}
