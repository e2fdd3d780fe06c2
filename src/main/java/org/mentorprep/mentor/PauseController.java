package org.mentorprep.mentor;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.activity.Dimension;
import org.mentorprep.attempt.AttemptId;
import org.mentorprep.attempt.AttemptResult;
import org.mentorprep.attempt.Attempts;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack.DimensionWords;
import org.mentorprep.content.Page;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Programmes;

/**
 * Stands before the third try and every one after it: what came up each time, and what to
 * read. Nobody has to wait here, for a fresh try is one button away.
 */
@Controller
class PauseController {

	private final Wayfinder wayfinder;

	private final Programmes programmes;

	private final Attempts attempts;

	private final Library library;

	PauseController(Wayfinder wayfinder, Programmes programmes, Attempts attempts, Library library) {
		this.wayfinder = wayfinder;
		this.programmes = programmes;
		this.attempts = attempts;
		this.library = library;
	}

	@GetMapping(HomeController.LINK + "/modules/{module}/tasks/{task}/pause")
	ModelAndView show(@AuthenticationPrincipal LaunchedUser user, @PathVariable("link") UUID id,
			@PathVariable String module, @PathVariable String task) {
		Link link = this.wayfinder.link(new LinkId(id));
		Module found = this.wayfinder.module(this.programmes.askedBy(link), new ModuleId(module));
		Task wanted = found.task(new TaskId(task)).orElseThrow(Wayfinder::notFound);
		List<AttemptResult> tries = this.attempts.judged(user.person(), found.id())
			.stream()
			.filter((judged) -> judged.attempt().task().equals(wanted.id()))
			.toList();
		AttemptResult best = AttemptResult.best(tries).orElseThrow(Wayfinder::notFound);
		return new ModelAndView("mentor/pause", "page", new PausePage(link.id(), found, wanted, tries.size() + 1,
				cameUp(tries), best.attempt().id(), found.pages().isEmpty() ? null : found.pages().get(0)));
	}

	/** The words for what stayed weak in every try. */
	private List<DimensionWords> cameUp(List<AttemptResult> tries) {
		return this.library.current()
			.dimensions()
			.entrySet()
			.stream()
			.filter((words) -> tries.stream().allMatch((one) -> weak(one, words.getKey())))
			.map((words) -> words.getValue())
			.toList();
	}

	private static boolean weak(AttemptResult one, Dimension dimension) {
		return one.below().contains(dimension) || (one.attempt().mark().dimensions().containsKey(dimension)
				&& one.attempt().mark().points(dimension) < 40);
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
	}

}
