package org.mentorprep.passback;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.mentorprep.activity.Dimension;
import org.mentorprep.content.Module;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.progress.ModuleProgress;
import org.mentorprep.progress.ModuleProgress.TaskResult;

/** Words the remark beside a grade. */
@Component
class GradeWords {

	/**
	 * As wide as the column. An LMS may repeat the remark in a header, where little fits.
	 */
	static final int LONGEST = 500;

	private final MessageSource messages;

	GradeWords(MessageSource messages) {
		this.messages = messages;
	}

	String completed(Module module) {
		return fit(say("passback.module.completed", module.title()));
	}

	/** Names the tasks that keep a module from being completed, and what they lack. */
	String missing(Module module, ModuleProgress standing, Pack pack) {
		String tasks = standing.open()
			.stream()
			.map((task) -> missing(module, task, standing.result(task), pack))
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

	private String missing(Module module, TaskId task, Optional<TaskResult> result, Pack pack) {
		String title = module.task(task).map(Task::title).orElse(task.value());
		if (result.isEmpty()) {
			return say("passback.missing.untried", title);
		}
		int points = result.get().points();
		int needed = module.passRule().passMark();
		String below = names(result.get().below(), pack);
		if (below.isEmpty()) {
			return (points < needed) ? say("passback.missing.points", title, points, needed)
					: say("passback.missing.again", title);
		}
		return (points < needed) ? say("passback.missing.both", title, points, needed, below)
				: say("passback.missing.dimensions", title, below);
	}

	private static String names(List<Dimension> dimensions, Pack pack) {
		return dimensions.stream().map(pack::nameOf).collect(Collectors.joining(", "));
	}

	private String say(String key, Object... values) {
		return this.messages.getMessage(key, values, Locale.UK);
	}

	private static String fit(String remark) {
		return (remark.length() <= LONGEST) ? remark : remark.substring(0, LONGEST - 1).stripTrailing() + "\u2026";
	}

}
