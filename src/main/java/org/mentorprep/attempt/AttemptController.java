package org.mentorprep.attempt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Step;
import org.mentorprep.attempt.AttemptPage.ReplyPage;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.content.TaskId;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;

/**
 * Takes a mentor through a task, one step a page: forms and redirects alone, so that it
 * works without JavaScript and with Back, reload and two tabs.
 */
@Controller
class AttemptController {

	private static final String STEP = Workplace.ATTEMPT + "/answers/{step:[1-9][0-9]{0,3}}";

	private final Workplace workplace;

	private final AttemptRecorder recorder;

	private final Attempts attempts;

	AttemptController(Workplace workplace, AttemptRecorder recorder, Attempts attempts) {
		this.workplace = workplace;
		this.recorder = recorder;
		this.attempts = attempts;
	}

	@PostMapping(Workplace.MODULE + "/tasks/{task}/attempts")
	ModelAndView begin(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link, @PathVariable String module,
			@PathVariable String task, @RequestParam(defaultValue = "false") boolean straight) {
		LinkId here = new LinkId(link);
		ModuleId asked = new ModuleId(module);
		// Task and pack are of one version, or the task could ask for what the pack
		// lacks.
		Pack pack = this.workplace.pack();
		Task found = this.workplace.module(pack, here, asked).task(new TaskId(task)).orElseThrow(Workplace::notFound);
		if (!straight && this.attempts.stuck(user.person(), asked, found.id())) {
			return Workplace.leadTo("/links/" + here + "/modules/" + asked + "/tasks/" + found.id() + "/pause");
		}
		AttemptId attempt = this.recorder.begin(user.person(), pack, asked, found);
		return Workplace.leadTo(Workplace.path(here, attempt));
	}

	/** Comes back to where one left off, with a sentence that recalls it. */
	@GetMapping(Workplace.ATTEMPT)
	ModelAndView resume(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link,
			@PathVariable UUID attempt) {
		Worked worked = this.workplace.attempt(user, new LinkId(link), new AttemptId(attempt));
		return Workplace.leadToPresent(new LinkId(link), worked, "?resumed=true");
	}

	@GetMapping(STEP)
	ModelAndView show(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link, @PathVariable UUID attempt,
			@PathVariable int step, @RequestParam(defaultValue = "false") boolean resumed) {
		LinkId here = new LinkId(link);
		Worked worked = this.workplace.attempt(user, here, new AttemptId(attempt));
		if (worked.answered(step)) {
			return worked.hasReply(step) ? reply(here, worked, step) : leadPast(here, worked, step);
		}
		if (worked.done() || step != worked.due()) {
			return Workplace.leadToPresent(here, worked, "");
		}
		String recap = resumed ? worked.recap() : "";
		return question(here, worked, new Answer(Map.of()), null, recap);
	}

	@PostMapping(STEP)
	ModelAndView answer(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link, @PathVariable UUID attempt,
			@PathVariable int step, @RequestParam MultiValueMap<String, String> fields) {
		LinkId here = new LinkId(link);
		AttemptId id = new AttemptId(attempt);
		Answer answer = sent(fields);
		try {
			Optional<ModelAndView> changed = changed(user, here, id, step, answer);
			if (changed.isPresent()) {
				return changed.get();
			}
			Worked worked = this.recorder.answer(user.person(), this.workplace.asked(here), id, step, answer)
				.orElseThrow(Workplace::notFound);
			return lead(here, worked, step);
		}
		catch (AnswerRefused ex) {
			Worked worked = this.workplace.attempt(user, here, id);
			if (worked.due() != step) {
				return lead(here, worked, step);
			}
			ModelAndView again = question(here, worked, answer, ex, "");
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
	}

	/** The present step in another shape, if that is all that was asked for. */
	private Optional<ModelAndView> changed(LaunchedUser user, LinkId link, AttemptId id, int step, Answer sent) {
		if (sent.first(Activity.CHANGE).isEmpty()) {
			return Optional.empty();
		}
		Worked worked = this.workplace.attempt(user, link, id);
		return (worked.due() == step && !worked.done())
				? worked.changed(sent).map((shape) -> question(link, worked, shape, sent, null, "")) : Optional.empty();
	}

	/** Leads to what came of a step, whoever of two tabs has answered it. */
	private static ModelAndView lead(LinkId link, Worked worked, int step) {
		if (worked.answered(step) && worked.hasReply(step)) {
			return Workplace.leadTo(Workplace.path(link, worked.attempt().id()) + "/answers/" + step + "#reply");
		}
		return leadPast(link, worked, step);
	}

	private static ModelAndView question(LinkId link, Worked worked, Answer given, @Nullable AnswerRefused refused,
			String recap) {
		return question(link, worked, worked.progress().step().orElseThrow(), given, refused, recap);
	}

	private static ModelAndView question(LinkId link, Worked worked, Step step, Answer given,
			@Nullable AnswerRefused refused, String recap) {
		AttemptPage page = new AttemptPage(worked.head(link), worked.due(), worked.decision(worked.due()), step,
				worked.progress(), given, refused, recap.isEmpty() ? null : recap);
		return new ModelAndView("attempt/step", "page", page);
	}

	private ModelAndView reply(LinkId link, Worked worked, int step) {
		boolean last = worked.done() && step == worked.due() - 1;
		ReplyPage page = new ReplyPage(worked.head(link), step, worked.decision(step), worked.outcome(step),
				worked.after(step), last, last && this.attempts.keysShown(worked));
		return new ModelAndView("attempt/reply", "page", page);
	}

	/** Nothing came of the step that could be shown: straight on. */
	private static ModelAndView leadPast(LinkId link, Worked worked, int step) {
		if (worked.answered(step + 1)) {
			return Workplace.leadTo(Workplace.path(link, worked.attempt().id()) + "/answers/" + (step + 1));
		}
		return Workplace.leadToPresent(link, worked, "");
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
