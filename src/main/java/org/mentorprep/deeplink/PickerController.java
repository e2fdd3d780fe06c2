package org.mentorprep.deeplink;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import org.mentorprep.NotFound;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.deeplink.DeepLinkingRequests.DeepLinking;
import org.mentorprep.deeplink.PickerForm.Selection;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.library.Library;

/** Lets course staff choose what to place, and sends the choice to the LMS. */
@Controller
class PickerController {

	private static final String REQUEST = "/deeplink/{request}";

	private static final String CHOICE_OF = PickerForm.class.getName() + ":";

	private final DeepLinkingRequests requests;

	private final Placements placements;

	private final DeepLinkingResponder responder;

	private final Library library;

	private final Clock clock;

	PickerController(DeepLinkingRequests requests, Placements placements, DeepLinkingResponder responder,
			Library library, Clock clock) {
		this.requests = requests;
		this.placements = placements;
		this.responder = responder;
		this.library = library;
		this.clock = clock;
	}

	@GetMapping(REQUEST)
	ModelAndView show(@AuthenticationPrincipal LaunchedUser user, @PathVariable("request") UUID id,
			HttpSession session) {
		DeepLinking request = find(user, id);
		ModelAndView over = over(request);
		return (over != null) ? over : picker(request, remembered(session, id), null);
	}

	@PostMapping(REQUEST)
	ModelAndView choose(@AuthenticationPrincipal LaunchedUser user, @PathVariable("request") UUID id, PickerForm form,
			HttpServletRequest http) {
		DeepLinking request = find(user, id);
		Pack pack = this.library.current();
		Selection selection = form.selection(pack);
		ModelAndView over = over(request);
		if (over != null && !this.requests.answeredWith(request, selection)) {
			return over;
		}
		if (form.preview() != null) {
			http.getSession().setAttribute(CHOICE_OF + id, form.kept(pack));
			return preview(id, form.preview(), pack);
		}
		String problem = form.problem(request.settings(), selection);
		if (problem != null) {
			ModelAndView again = picker(request, form, problem);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		return this.responder.respond(request, selection).map((token) -> {
			ReturnTarget.allow(http, request.returnUrl());
			return new ModelAndView("deeplink/response", "page",
					new ResponsePage(request.returnUrl().toString(), token, selection.activities()));
		}).orElseGet(() -> page("deeplink.over.answered", HttpStatus.CONFLICT));
	}

	/** What somebody had chosen before they went to see a preview. */
	private static PickerForm remembered(HttpSession session, UUID id) {
		return (session.getAttribute(CHOICE_OF + id) instanceof List<?> kept)
				? PickerForm.remembered(kept.stream().map(String::valueOf).toList()) : PickerForm.BLANK;
	}

	private static ModelAndView preview(UUID id, String module, Pack pack) {
		String below = pack.module(new ModuleId(module)).map((found) -> "/modules/" + found.id()).orElse("");
		RedirectView redirect = new RedirectView("/deeplink/" + id + "/preview" + below, true);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return new ModelAndView(redirect);
	}

	/** The filter chain lets in nobody else; checked again, for all depends on it. */
	private DeepLinking find(LaunchedUser user, UUID id) {
		return this.requests.find(user, id).orElseThrow(NotFound::new);
	}

	private @Nullable ModelAndView over(DeepLinking request) {
		if (request.answered()) {
			return page("deeplink.over.answered", HttpStatus.CONFLICT);
		}
		return request.isLate(this.clock.instant()) ? page("deeplink.over.late", HttpStatus.GONE) : null;
	}

	private static ModelAndView page(String messageKey, HttpStatus status) {
		ModelAndView over = new ModelAndView("deeplink/over", "page", new OverPage(messageKey));
		over.setStatus(status);
		return over;
	}

	private ModelAndView picker(DeepLinking request, PickerForm form, @Nullable String problem) {
		Pack pack = this.library.current();
		return new ModelAndView("deeplink/picker", "page",
				PickerPage.of(request, form, problem, pack, this.placements.in(request.context(), pack)));
	}

	/**
	 * What the template {@code deeplink/over} needs: a request can't be answered any
	 * more.
	 *
	 * @param messageKey {@code .title} and {@code .text} follow it
	 */
	record OverPage(String messageKey) {
	}

	/**
	 * What the template {@code deeplink/response} needs: a form that goes to the LMS by
	 * itself or by its button.
	 *
	 * @param action the return address of the LMS
	 * @param token the signed response
	 * @param count how many activities it brings
	 */
	record ResponsePage(String action, String token, int count) {
	}

}
