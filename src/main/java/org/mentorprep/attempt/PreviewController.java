package org.mentorprep.attempt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

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
import org.mentorprep.content.Exercise;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;

/**
 * Shows course staff every exercise as a mentor works it, with its keys besides. No row
 * is written: the answers so far travel in the form, and progress is their fold.
 */
@Controller
class PreviewController {

	private static final String HERE = "/links/{link:[0-9a-f-]{36}}/preview";

	private static final String EXERCISE = HERE + "/exercises/{exercise:[a-z][a-z0-9-]{0,39}}";

	/** Fields of ours among those of the answer. */
	private static final String SO_FAR = "so-far";

	private static final String ON = "go-on";

	private static final int MOST_ANSWERS = 40;

	/** The order of choices is the same in every preview. */
	private static final long SEED = 1;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Workplace workplace;

	PreviewController(Workplace workplace) {
		this.workplace = workplace;
	}

	@GetMapping(HERE + "/modules/{module}")
	ModelAndView module(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link,
			@PathVariable String module) {
		LinkId here = staff(user, link);
		Pack pack = this.workplace.pack();
		return new ModelAndView("attempt/preview-module",
				Map.of("link", here, "pack", pack, "module", this.workplace.module(pack, here, new ModuleId(module))));
	}

	@GetMapping(EXERCISE)
	ModelAndView begin(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link,
			@PathVariable String exercise) {
		return show(worked(user, staff(user, link), exercise, List.of()), new LinkId(link));
	}

	@PostMapping(EXERCISE)
	ModelAndView answer(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link,
			@PathVariable String exercise, @RequestParam MultiValueMap<String, String> fields) {
		LinkId here = staff(user, link);
		Answer all = AttemptController.sent(fields);
		Worked worked = worked(user, here, exercise, soFar(all));
		if (worked.done() || all.first(ON).isPresent()) {
			return show(worked, here);
		}
		Map<String, List<String>> own = new HashMap<>(all.values());
		own.remove(SO_FAR);
		Answer sent = new Answer(own);
		try {
			Optional<Step> shape = sent.first(Activity.CHANGE).isEmpty() ? Optional.empty() : worked.changed(sent);
			if (shape.isPresent()) {
				return step(worked, here, shape.get(), sent, null);
			}
			Worked after = worked.with(worked.read(sent));
			return after.hasReply(worked.due()) ? reply(after, here, PreviewPage.Shows.REPLY) : show(after, here);
		}
		catch (AnswerRefused ex) {
			ModelAndView again = step(worked, here, worked.progress().step().orElseThrow(), sent, ex);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
	}

	private static ModelAndView show(Worked worked, LinkId link) {
		return worked.progress()
			.step()
			.map((step) -> step(worked, link, step, new Answer(Map.of()), null))
			.orElseGet(() -> reply(worked, link, PreviewPage.Shows.END));
	}

	private static ModelAndView step(Worked worked, LinkId link, Step step, Answer given,
			@Nullable AnswerRefused refused) {
		return page(new StepPage(worked.head(link), worked.due(), worked.decision(worked.due()), step,
				worked.progress(), given, refused, null), worked, link, PreviewPage.Shows.STEP);
	}

	private static ModelAndView reply(Worked worked, LinkId link, PreviewPage.Shows shows) {
		int last = worked.due() - 1;
		return page(new ReplyPage(worked.head(link), last, worked.decision(last), worked.outcome(last),
				worked.progress(), worked.done(), true), worked, link, shows);
	}

	private static ModelAndView page(Record page, Worked worked, LinkId link, PreviewPage.Shows shows) {
		List<Answer> answers = worked.attempt().answers();
		Exercise exercise = worked.exercise();
		boolean first = answers.isEmpty();
		String soFar = JSON.writeValueAsString(answers.stream().map(Answer::values).toList());
		PreviewPage preview = new PreviewPage(link, worked.module(), exercise, soFar, shows,
				worked.progress().mark().map((mark) -> mark.points()).orElse(0),
				first ? exercise.activity().routes().orElse(null) : null, first ? exercise.strategies() : List.of());
		return new ModelAndView("attempt/preview", Map.of("page", page, "preview", preview));
	}

	private static List<Answer> soFar(Answer sent) {
		try {
			List<Map<String, List<String>>> answers = JSON.readValue(sent.first(SO_FAR).orElse("[]"),
					new TypeReference<>() {
					});
			if (answers.size() > MOST_ANSWERS) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
			}
			return answers.stream().map(Answer::new).toList();
		}
		catch (JacksonException | NullPointerException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
	}

	/** An attempt that is never kept, on the version in use. */
	private Worked worked(LaunchedUser user, LinkId link, String id, List<Answer> answers) {
		Pack pack = this.workplace.pack();
		ExerciseId exercise = new ExerciseId(id);
		for (ModuleId asked : this.workplace.asked(link).modules()) {
			Module module = this.workplace.module(pack, link, asked);
			for (Task task : module.tasks()) {
				if (task.pool().contains(exercise)) {
					Attempt attempt = new Attempt(new AttemptId(UUID.randomUUID()), user.person(), pack.id(),
							module.id(), task.id(), exercise, SEED, null, "", List.of());
					return played(Worked.of(attempt, pack), answers);
				}
			}
		}
		throw Workplace.notFound();
	}

	private static Worked played(Worked begun, List<Answer> answers) {
		Worked worked = begun;
		try {
			for (Answer answer : new ArrayList<>(answers)) {
				worked = worked.with(answer);
			}
			return worked;
		}
		catch (AnswerRefused | IllegalStateException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
	}

	private static LinkId staff(LaunchedUser user, UUID link) {
		LinkId here = new LinkId(link);
		return user.roleIn(here).filter(CourseRole.STAFF::equals).map((role) -> here).orElseThrow(Workplace::notFound);
	}

}
