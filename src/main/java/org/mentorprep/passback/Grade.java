package org.mentorprep.passback;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;

import org.mentorprep.activity.Dimension;
import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.ModuleProgress.TaskResult;
import org.mentorprep.progress.ProgrammeProgress;

/**
 * A grade as the gradebook is to show it. It never says more than we do: only what is
 * completed reaches the pass mark.
 *
 * @param points of 100
 * @param remark says what was completed or what is missing
 */
public record Grade(int points, boolean completed, String remark) {

	/** What AGS calls scoreMaximum, for every grade of ours. */
	public static final int MAXIMUM = 100;

	/**
	 * As wide as its place in the database. An LMS may repeat the remark in a header,
	 * where little fits.
	 */
	static final int LONGEST_REMARK = 500;

	/**
	 * The grade of a link that stands for a module; empty as long as nothing was finished
	 * in it.
	 */
	static Optional<Grade> ofModule(Module module, ModuleProgress progress, Pack pack, MessageSource messages) {
		if (progress.untouched()) {
			return Optional.empty();
		}
		Remarks remarks = new Remarks(messages, pack);
		if (progress.completed()) {
			return Optional.of(new Grade(progress.points(), true, remarks.completed(module)));
		}
		int points = Math.min(progress.points(), module.passRule().mostWhileOpen());
		return Optional.of(new Grade(points, false, remarks.missing(module, progress)));
	}

	/**
	 * The grade of a link that stands for a programme; empty as long as nothing was
	 * finished that counts.
	 */
	static Optional<Grade> ofProgramme(ProgrammeProgress progress, Pack pack, MessageSource messages) {
		if (progress.untouched()) {
			return Optional.empty();
		}
		Remarks remarks = new Remarks(messages, pack);
		List<Module> open = progress.open().stream().flatMap((module) -> pack.module(module).stream()).toList();
		if (progress.completed()) {
			return Optional.of(new Grade(progress.points(), true, remarks.completed(progress.modules(), open)));
		}
		// Three of four modules would pass where 70 passes, and nobody may read it so.
		int most = open.stream().mapToInt((module) -> module.passRule().mostWhileOpen()).min().orElse(MAXIMUM);
		return Optional
			.of(new Grade(Math.min(progress.points(), most), false, remarks.missing(progress.modules(), open)));
	}

	/** Words the remark beside a grade. */
	private record Remarks(MessageSource messages, Pack pack) {

		String completed(Module module) {
			return fit(say("passback.module.completed", module.title()));
		}

		/**
		 * Names the tasks that keep a module from being completed, and what they lack.
		 */
		String missing(Module module, ModuleProgress progress) {
			String tasks = progress.open()
				.stream()
				.map((task) -> missing(module, task, progress.result(task)))
				.collect(Collectors.joining(", "));
			return fit(say("passback.module.open", module.title(), tasks));
		}

		/**
		 * Says that a programme is completed.
		 * @param since modules that were added since: nobody need make up for them
		 */
		String completed(int modules, List<Module> since) {
			return fit(since.isEmpty() ? say("passback.programme.completed", modules)
					: say("passback.programme.completed-before", titles(since)));
		}

		/** Names the modules that keep a programme from being completed. */
		String missing(int modules, List<Module> open) {
			return fit(say("passback.programme.open", modules - open.size(), modules, titles(open)));
		}

		private static String titles(List<Module> modules) {
			return modules.stream().map(Module::title).collect(Collectors.joining(", "));
		}

		private String missing(Module module, TaskId task, Optional<TaskResult> result) {
			String title = module.task(task).map(Task::title).orElse(task.value());
			if (result.isEmpty()) {
				return say("passback.missing.untried", title);
			}
			int points = result.get().points();
			int needed = module.passRule().passMark();
			String below = names(result.get().below());
			if (below.isEmpty()) {
				return (points < needed) ? say("passback.missing.points", title, points, needed)
						: say("passback.missing.again", title);
			}
			return (points < needed) ? say("passback.missing.both", title, points, needed, below)
					: say("passback.missing.dimensions", title, below);
		}

		private String names(List<Dimension> dimensions) {
			return dimensions.stream().map(this.pack::nameOf).collect(Collectors.joining(", "));
		}

		private String say(String key, Object... values) {
			return this.messages.getMessage(key, values, Locale.UK);
		}

		private static String fit(String remark) {
			return (remark.length() <= LONGEST_REMARK) ? remark
					: remark.substring(0, LONGEST_REMARK - 1).stripTrailing() + "\u2026";
		}

	}

}
