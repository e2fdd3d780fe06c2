package org.mentorprep.attempt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.attempt.PreviewPage.PreviewPlace;
import org.mentorprep.attempt.PreviewPage.Shows;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PageId;
import org.mentorprep.launch.LaunchedUser;

/**
 * Shows every page and exercise as a mentor sees it, with the keys besides. No row is
 * written: the answers so far travel in the form, and progress is their fold.
 */
@Controller
@RequestMapping({ PreviewPlaces.LINK, PreviewPlaces.PICKER, PreviewPlaces.UPLOAD, PreviewPlaces.VERSION })
class PreviewController {

	private static final String MODULE = "/modules/{module}";

	private static final String EXERCISE = "/exercises/{exercise:[a-z][a-z0-9-]{0,39}}";

	/** Fields of ours among those of the answer. */
	private static final String SO_FAR = "so-far";

	private static final String ON = "go-on";

	private static final int MOST_ANSWERS = 40;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final PreviewPlaces places;

	PreviewController(PreviewPlaces places) {
		this.places = places;
	}

	/** Before each page: from where, and of what. */
	@ModelAttribute("place")
	PreviewPlace place(@AuthenticationPrincipal @Nullable LaunchedUser user, @PathVariable Map<String, String> path) {
		return this.places.find(path, user).orElseThrow(PreviewController::notFound);
	}

	@GetMapping
	String all() {
		return "attempt/preview-pack";
	}

	@GetMapping(MODULE)
	String module(@ModelAttribute(name = "place", binding = false) PreviewPlace place, @PathVariable String module,
			Model model) {
		model.addAttribute("module", find(place, module));
		return "attempt/preview-module";
	}

	@GetMapping(MODULE + "/pages/{page}")
	String read(@ModelAttribute(name = "place", binding = false) PreviewPlace place, @PathVariable String module,
			@PathVariable String page, Model model) {
		Module found = find(place, module);
		model.addAttribute("module", found);
		model.addAttribute("page", found.page(new PageId(page)).orElseThrow(PreviewController::notFound));
		return "attempt/preview-reading";
	}

	@GetMapping(EXERCISE)
	ModelAndView begin(@ModelAttribute(name = "place", binding = false) PreviewPlace place,
			@PathVariable String exercise) {
		return show(place, rehearsal(place, exercise));
	}

	@PostMapping(EXERCISE)
	ModelAndView answer(@ModelAttribute(name = "place", binding = false) PreviewPlace place,
			@PathVariable String exercise, @RequestParam MultiValueMap<String, String> fields) {
		Preview before = soFar(rehearsal(place, exercise), fields.getFirst(SO_FAR));
		if (before.done() || fields.containsKey(ON)) {
			return show(place, before);
		}
		Answer sent = sent(fields);
		try {
			Optional<Record> changed = before.changed(sent);
			if (changed.isPresent()) {
				return page(place, before, changed.get(), Shows.STEP);
			}
			Preview after = before.answered(sent);
			return after.hasReply() ? page(place, after, after.reply(), Shows.REPLY) : show(place, after);
		}
		catch (AnswerRefused ex) {
			ModelAndView again = page(place, before, before.step(sent, ex), Shows.STEP);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
	}

	private static ModelAndView show(PreviewPlace place, Preview rehearsal) {
		return rehearsal.done() ? page(place, rehearsal, rehearsal.reply(), Shows.END)
				: page(place, rehearsal, rehearsal.step(new Answer(Map.of()), null), Shows.STEP);
	}

	private static ModelAndView page(PreviewPlace place, Preview rehearsal, Record page, Shows shows) {
		return new ModelAndView("attempt/preview",
				Map.of("page", page, "preview", PreviewPage.of(place, rehearsal, shows)));
	}

	private static Module find(PreviewPlace place, String module) {
		ModuleId id = new ModuleId(module);
		return place.modules()
			.stream()
			.filter((one) -> one.id().equals(id))
			.findFirst()
			.orElseThrow(PreviewController::notFound);
	}

	private static Preview rehearsal(PreviewPlace place, String exercise) {
		return Preview.of(new ExerciseId(exercise), place.pack(), place.modules())
			.orElseThrow(PreviewController::notFound);
	}

	private static Answer sent(MultiValueMap<String, String> fields) {
		Map<String, List<String>> own = new HashMap<>(Preview.sent(fields).values());
		own.remove(SO_FAR);
		return new Answer(own);
	}

	/** As far as the form says that one has come. */
	private static Preview soFar(Preview begun, @Nullable String sent) {
		try {
			List<Map<String, List<String>>> answers = JSON.readValue((sent != null) ? sent : "[]",
					new TypeReference<>() {
					});
			if (answers.size() > MOST_ANSWERS) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
			}
			Preview rehearsal = begun;
			for (Map<String, List<String>> answer : answers) {
				rehearsal = rehearsal.with(new Answer(answer));
			}
			return rehearsal;
		}
		catch (JacksonException | NullPointerException | AnswerRefused | IllegalStateException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
