package org.mentorprep.attempt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import org.mentorprep.NotFound;
import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.attempt.AttemptPage.ReplyPage;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.CurrentLink;

/**
 * Takes a mentor through a task, one step a page: forms and redirects alone, so that it
 * works without JavaScript and with Back, reload and two tabs.
 */
@Controller
class AttemptController {

	static final String ATTEMPT = "/links/{link}/attempts/{attempt}";

	private static final String STEP = ATTEMPT + "/answers/{step:[1-9][0-9]{0,3}}";

	private final Attempts attempts;

	private final Library library;

	AttemptController(Attempts attempts, Library library) {
		this.attempts = attempts;
		this.library = library;
	}

	@PostMapping("/links/{link}/modules/{module}/tasks/{task}/attempts")
	ModelAndView begin(CurrentLink link, @PathVariable ModuleId module, @PathVariable TaskId task,
			@RequestParam(defaultValue = "false") boolean straight) {
		// Task and pack are of one version, or the task could ask for what the pack
		// lacks.
		Pack pack = this.library.current();
		Task found = link.module(pack, module).task(task).orElseThrow(NotFound::new);
		if (!straight && this.attempts.pauseDue(link.person(), link.practice(), module, task)) {
			return leadTo(link.path() + "/modules/" + module + "/tasks/" + task + "/pause");
		}
		return leadTo(path(link, this.attempts.begin(link.person(), link.practice(), pack, module, found)));
	}

	/** Comes back to where one left off, with a sentence that recalls it. */
	@GetMapping(ATTEMPT)
	ModelAndView resume(CurrentLink link, @PathVariable AttemptId attempt) {
		return leadToDue(link, find(link, attempt), "?resumed=true");
	}

	@GetMapping(STEP)
	ModelAndView show(CurrentLink link, @PathVariable("attempt") AttemptId id, @PathVariable int step,
			@RequestParam(defaultValue = "false") boolean resumed) {
		Attempt attempt = find(link, id);
		if (attempt.answered(step)) {
			return attempt.hasReply(step) ? reply(link, attempt, step) : leadPast(link, attempt, step);
		}
		if (!attempt.isDue(step)) {
			return leadToDue(link, attempt, "");
		}
		return page(AttemptPage.of(link.id(), attempt).recalling(resumed ? attempt.recap() : ""));
	}

	@PostMapping(STEP)
	ModelAndView answer(CurrentLink link, @PathVariable("attempt") AttemptId id, @PathVariable int step,
			@RequestParam MultiValueMap<String, String> fields) {
		Answer answer = sent(fields);
		try {
			Optional<ModelAndView> changed = changed(link, id, step, answer);
			if (changed.isPresent()) {
				return changed.get();
			}
			return this.attempts.answer(link.person(), link.requirements(), id, step, answer)
				.map((attempt) -> lead(link, attempt, step))
				.orElseThrow(NotFound::new);
		}
		catch (AnswerRefused ex) {
			Attempt attempt = find(link, id);
			if (attempt.due() != step) {
				return lead(link, attempt, step);
			}
			ModelAndView again = page(AttemptPage.of(link.id(), attempt, answer, ex));
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
	}

	/** The present step in another shape, if that is all that was asked for. */
	private Optional<ModelAndView> changed(CurrentLink link, AttemptId id, int step, Answer sent) {
		if (sent.first(Activity.CHANGE).isEmpty()) {
			return Optional.empty();
		}
		Attempt attempt = find(link, id);
		return attempt.isDue(step)
				? attempt.changed(sent).map((shape) -> page(AttemptPage.of(link.id(), attempt, shape, sent)))
				: Optional.empty();
	}

	private Attempt find(CurrentLink link, AttemptId attempt) {
		return this.attempts.find(link.person(), link.requirements(), attempt).orElseThrow(NotFound::new);
	}

	private static ModelAndView page(AttemptPage page) {
		return new ModelAndView("attempt/step", "page", page);
	}

	private ModelAndView reply(CurrentLink link, Attempt attempt, int step) {
		boolean keysShown = attempt.done() && step == attempt.due() - 1 && AttemptResult
			.keysShown(this.attempts.tries(attempt.person(), attempt.practice(), attempt.module(), attempt.task()));
		return new ModelAndView("attempt/reply", "page", ReplyPage.of(link.id(), attempt, step, keysShown));
	}

	/** Leads to what came of a step, whoever of two tabs has answered it. */
	private static ModelAndView lead(CurrentLink link, Attempt attempt, int step) {
		if (attempt.answered(step) && attempt.hasReply(step)) {
			return leadTo(path(link, attempt.id()) + "/answers/" + step + "#reply");
		}
		return leadPast(link, attempt, step);
	}

	/** Nothing came of the step that could be shown: straight on. */
	private static ModelAndView leadPast(CurrentLink link, Attempt attempt, int step) {
		if (attempt.answered(step + 1)) {
			return leadTo(path(link, attempt.id()) + "/answers/" + (step + 1));
		}
		return leadToDue(link, attempt, "");
	}

	/** Leads to the step that is due, or to the debrief once all is answered. */
	static ModelAndView leadToDue(CurrentLink link, Attempt attempt, String query) {
		String path = path(link, attempt.id());
		return leadTo(attempt.done() ? path + "/debrief" : path + "/answers/" + attempt.due() + query);
	}

	/**
	 * Leads on by GET (303), so that going back or reloading never sends a form again.
	 */
	static ModelAndView leadTo(String path) {
		RedirectView redirect = new RedirectView(path, true);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return new ModelAndView(redirect);
	}

	private static String path(CurrentLink link, AttemptId attempt) {
		return link.path() + "/attempts/" + attempt;
	}

	/** The fields that are the answer's own. */
	static Answer sent(MultiValueMap<String, String> fields) {
		Map<String, List<String>> values = new HashMap<>(fields);
		values.remove("_csrf");
		Answer answer = new Answer(values);
		if (answer.tooLong()) {
			throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
		}
		return answer;
	}

}
