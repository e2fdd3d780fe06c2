package org.mentorprep.diagnostic;

import java.util.List;
import java.util.Map;
import java.util.UUID;

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

import org.mentorprep.activity.Answer;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.diagnostic.DiagnosticResult.ResultPage;
import org.mentorprep.diagnostic.Sitting.Next;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;

/**
 * Asks what a mentor knows already, and shows what came of it. One form and a redirect,
 * so that it works without JavaScript, with Back, reload and two tabs.
 */
@Controller
class DiagnosticController {

	private static final String DIAGNOSTIC = "/links/{link:[0-9a-f-]{36}}/modules/{module}/diagnostic";

	private final Desk desk;

	private final SittingRepository rows;

	private final SittingRecorder recorder;

	DiagnosticController(Desk desk, SittingRepository rows, SittingRecorder recorder) {
		this.desk = desk;
		this.rows = rows;
		this.recorder = recorder;
	}

	@GetMapping(DIAGNOSTIC)
	ModelAndView ask(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link, @PathVariable String module) {
		Desk.Place place = this.desk.place(new LinkId(link), new ModuleId(module));
		List<Sitting> before = this.rows.of(user.person(), place.module().id());
		if (before.size() >= Sitting.MOST) {
			return new ModelAndView("redirect:" + place.path() + "/" + before.size());
		}
		return form(place, place.next(user.person(), before), new Answer(Map.of()), List.of());
	}

	/**
	 * Takes the answers to the next sitting. Whatever is sent once more for one that was
	 * handed in leads to what came of it.
	 */
	@PostMapping(DIAGNOSTIC)
	ModelAndView handIn(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link,
			@PathVariable String module, @RequestParam int sitting, @RequestParam UUID version,
			@RequestParam MultiValueMap<String, String> fields) {
		Desk.Place place = this.desk.place(new LinkId(link), new ModuleId(module), new PackVersionId(version));
		List<Sitting> before = this.rows.of(user.person(), place.module().id());
		if (sitting >= 1 && sitting <= before.size()) {
			return new ModelAndView("redirect:" + place.path() + "/" + sitting);
		}
		Next next = place.next(user.person(), before);
		if (sitting != next.number() || sitting > Sitting.MOST) {
			return new ModelAndView("redirect:" + place.path());
		}
		Answer sent = new Answer(fields);
		if (sent.tooLong()) {
			throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
		}
		List<Question.Gap> gaps = next.paper().gaps(sent);
		if (!gaps.isEmpty()) {
			ModelAndView again = form(place, next, sent, gaps);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		this.recorder.keep(user.person(), place.module().id(), next.answered(place.pack().id(), sent));
		return new ModelAndView("redirect:" + place.path() + "/" + sitting);
	}

	@GetMapping(DIAGNOSTIC + "/{sitting:[1-9][0-9]{0,5}}")
	ModelAndView show(@AuthenticationPrincipal LaunchedUser user, @PathVariable UUID link, @PathVariable String module,
			@PathVariable int sitting) {
		LinkId here = new LinkId(link);
		ModuleId asked = new ModuleId(module);
		List<Sitting> all = this.rows.of(user.person(), asked);
		Sitting found = all.stream().filter((one) -> one.number() == sitting).findFirst().orElseThrow(Desk::notFound);
		Desk.Place then = this.desk.place(here, asked, found.pack());
		return new ModelAndView("diagnostic/result", "page",
				new ResultPage(here, asked, then.module().title(), then.pack().version(), then.diagnostic().draftKey(),
						found.paper(then.diagnostic()).findings(found.given()), this.desk.firstPage(asked),
						this.desk.asks(asked) && all.size() < Sitting.MOST));
	}

	private static ModelAndView form(Desk.Place place, Next next, Answer given, List<Question.Gap> gaps) {
		return new ModelAndView("diagnostic/form", "page",
				new DiagnosticForm(place.link(), place.module().id(), place.module().title(), place.pack().version(),
						place.pack().id(), next.number(), place.diagnostic().minutes(), next.paper(), given, gaps));
	}

}
