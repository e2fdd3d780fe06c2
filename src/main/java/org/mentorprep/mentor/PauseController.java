package org.mentorprep.mentor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.NotFound;
import org.mentorprep.activity.Dimension;
import org.mentorprep.attempt.AttemptId;
import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.attempt.Attempts;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Pack.DimensionWords;
import org.mentorprep.content.Page;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.CurrentLink;

/**
 * Shows a page before the third try and every one after it: what came up each time, and
 * what to read. Nobody has to wait here, for a fresh try is one button away.
 */
@Controller
class PauseController {

	private final Attempts attempts;

	private final Library library;

	PauseController(Attempts attempts, Library library) {
		this.attempts = attempts;
		this.library = library;
	}

	@GetMapping(HomeController.LINK + "/modules/{module}/tasks/{task}/pause")
	ModelAndView show(CurrentLink link, @PathVariable ModuleId module, @PathVariable TaskId task) {
		Pack pack = this.library.current();
		Module found = link.module(pack, module);
		Task wanted = found.task(task).orElseThrow(NotFound::new);
		List<AttemptResult> tries = this.attempts.tries(link.person(), link.practice(), module, task);
		AttemptResult best = AttemptResult.best(tries).orElseThrow(NotFound::new);
		return new ModelAndView("mentor/pause", "page", PausePage.of(link.id(), pack, found, wanted, tries, best));
	}

	/**
	 * What the template {@code mentor/pause} needs: what stands before a third try and
	 * every one after it.
	 *
	 * @param next which try comes next, from 3
	 * @param cameUp what stayed below what is needed in every try
	 * @param debrief of the best try
	 * @param read what to read first; absent if the module has no pages
	 */
	record PausePage(LinkId link, Module module, Task task, int next, List<DimensionWords> cameUp, AttemptId debrief,
			@Nullable Page read) {

		/** Below so many points of 100 a dimension is weak. */
		private static final int WEAK = 40;

		static PausePage of(LinkId link, Pack pack, Module module, Task task, List<AttemptResult> tries,
				AttemptResult best) {
			List<DimensionWords> cameUp = pack.dimensions()
				.entrySet()
				.stream()
				.filter((words) -> tries.stream().allMatch((one) -> weak(one, words.getKey())))
				.map((words) -> words.getValue())
				.toList();
			return new PausePage(link, module, task, tries.size() + 1, cameUp, best.attempt().id(),
					module.pages().isEmpty() ? null : module.pages().get(0));
		}

		private static boolean weak(AttemptResult one, Dimension dimension) {
			return one.below().contains(dimension) || (one.attempt().mark().dimensions().containsKey(dimension)
					&& one.attempt().mark().points(dimension) < WEAK);
		}

	}

}
