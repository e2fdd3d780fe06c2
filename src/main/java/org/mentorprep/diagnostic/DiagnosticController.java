package org.mentorprep.diagnostic;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.NotFound;
import org.mentorprep.activity.Answer;
import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.diagnostic.DiagnosticResult.ResultPage;
import org.mentorprep.diagnostic.Sitting.Next;
import org.mentorprep.library.Library;
import org.mentorprep.programme.CurrentLink;

/**
 * Asks what a mentor knows already, and shows what came of it. One form and a redirect,
 * so that it works without JavaScript, with Back, reload and two tabs.
 */
@Controller
class DiagnosticController {

	private static final String DIAGNOSTIC = "/links/{link}/modules/{module}/diagnostic";

	private final Diagnostics diagnostics;

	private final Library library;

	DiagnosticController(Diagnostics diagnostics, Library library) {
		this.diagnostics = diagnostics;
		this.library = library;
	}

	@GetMapping(DIAGNOSTIC)
	ModelAndView ask(CurrentLink link, @PathVariable ModuleId module) {
		Pack pack = this.library.current();
		Diagnostic diagnostic = diagnostic(link, pack, module);
		List<Sitting> before = this.diagnostics.sittings(link.person(), link.practice(), module);
		if (before.size() >= Sitting.MOST) {
			return redirect(link, module, "/" + before.size());
		}
		Next next = Next.of(link.person(), module, diagnostic, before);
		return form(DiagnosticForm.of(link, module, pack, next, new Answer(Map.of()), List.of()));
	}

	/**
	 * Takes the answers to the next sitting. Whatever is sent once more for one that was
	 * handed in leads to what came of it.
	 */
	@PostMapping(DIAGNOSTIC)
	ModelAndView handIn(CurrentLink link, @PathVariable ModuleId module, @RequestParam int sitting,
			@RequestParam PackVersionId version, @RequestParam MultiValueMap<String, String> fields) {
		Pack pack = published(version);
		Diagnostic diagnostic = diagnostic(link, pack, module);
		List<Sitting> before = this.diagnostics.sittings(link.person(), link.practice(), module);
		if (sitting >= 1 && sitting <= before.size()) {
			return redirect(link, module, "/" + sitting);
		}
		Next next = Next.of(link.person(), module, diagnostic, before);
		if (sitting != next.number() || sitting > Sitting.MOST) {
			return redirect(link, module, "");
		}
		Answer sent = new Answer(fields);
		if (sent.tooLong()) {
			throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
		}
		List<Question.Gap> gaps = next.questions().gaps(sent);
		if (!gaps.isEmpty()) {
			ModelAndView again = form(DiagnosticForm.of(link, module, pack, next, sent, gaps));
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		this.diagnostics.keep(link.person(), link.practice(), module, next.answered(pack.id(), sent));
		return redirect(link, module, "/" + sitting);
	}

	@GetMapping(DIAGNOSTIC + "/{sitting:[1-9][0-9]{0,5}}")
	ModelAndView show(CurrentLink link, @PathVariable ModuleId module, @PathVariable int sitting) {
		List<Sitting> all = this.diagnostics.sittings(link.person(), link.practice(), module);
		Sitting found = all.stream().filter((one) -> one.number() == sitting).findFirst().orElseThrow(NotFound::new);
		Pack then = this.library.version(found.pack());
		DiagnosticResult result = found.result(diagnostic(link, then, module));
		return new ModelAndView("diagnostic/result", "page",
				ResultPage.of(link, module, then, this.library.current(), result, all.size() < Sitting.MOST));
	}

	/** The diagnostic of a module that the link requires or offers. */
	private static Diagnostic diagnostic(CurrentLink link, Pack pack, ModuleId module) {
		return pack.diagnostic(link.module(pack, module).id()).orElseThrow(NotFound::new);
	}

	/** A form may name a version that never was. */
	private Pack published(PackVersionId version) {
		try {
			return this.library.version(version);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound();
		}
	}

	private static ModelAndView form(DiagnosticForm form) {
		return new ModelAndView("diagnostic/form", "page", form);
	}

	private static ModelAndView redirect(CurrentLink link, ModuleId module, String rest) {
		return new ModelAndView("redirect:" + link.path() + "/modules/" + module + "/diagnostic" + rest);
	}

}
