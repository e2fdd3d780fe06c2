package org.mentorprep.mentor;

import java.util.List;
import java.util.UUID;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.activity.Dimension;
import org.mentorprep.attempt.Attempts;
import org.mentorprep.attempt.JudgedAttempt;
import org.mentorprep.content.DimensionWords;
import org.mentorprep.content.Library;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
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
		List<JudgedAttempt> tries = this.attempts.judged(user.person(), found.id())
			.stream()
			.filter((judged) -> judged.attempt().task().equals(wanted.id()))
			.toList();
		JudgedAttempt best = JudgedAttempt.best(tries).orElseThrow(Wayfinder::notFound);
		return new ModelAndView("mentor/pause", "page", new PausePage(link.id(), found, wanted, tries.size() + 1,
				cameUp(tries), best.attempt().id(), found.pages().isEmpty() ? null : found.pages().get(0)));
	}

	/** The words for what stayed weak in every try. */
	private List<DimensionWords> cameUp(List<JudgedAttempt> tries) {
		return this.library.current()
			.dimensions()
			.entrySet()
			.stream()
			.filter((words) -> tries.stream().allMatch((one) -> weak(one, words.getKey())))
			.map((words) -> words.getValue())
			.toList();
	}

	private static boolean weak(JudgedAttempt one, Dimension dimension) {
		return one.below().contains(dimension) || (one.attempt().mark().dimensions().containsKey(dimension)
				&& one.attempt().mark().points(dimension) < 40);
	}

}
