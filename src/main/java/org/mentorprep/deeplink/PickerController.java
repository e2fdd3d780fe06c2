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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.deeplink.DeepLinkingRequests.DeepLinking;
import org.mentorprep.deeplink.PickerForm.Selection;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.library.Library;

/** Lets course staff choose what to place, and sends the choice to the LMS. */
@Controller
class PickerController {

	private static final String REQUEST = "/deeplink/{request:[0-9a-f-]{36}}";

	private static final String CHOICE_OF = PickerForm.class.getName() + ":";

	private final DeepLinkingRequests deepLinkings;

	private final PickerWriter pages;

	private final DeepLinkingResponder placer;

	private final Library library;

	private final Clock clock;

	PickerController(DeepLinkingRequests deepLinkings, PickerWriter pages, DeepLinkingResponder placer, Library library,
			Clock clock) {
		this.deepLinkings = deepLinkings;
		this.pages = pages;
		this.placer = placer;
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
		ModelAndView over = over(request);
		if (over != null) {
			return over;
		}
		Pack pack = this.library.current();
		if (form.preview() != null) {
			http.getSession().setAttribute(CHOICE_OF + id, form.kept(pack));
			return preview(id, form.preview(), pack);
		}
		Selection selection = form.selection(pack);
		String problem = form.problem(request.settings(), selection);
		if (problem != null) {
			ModelAndView again = picker(request, form, problem);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		return this.placer.place(request, selection).map((token) -> {
			ReturnTarget.allow(http, request.settings().returnUrl());
			return new ModelAndView("deeplink/response", "page",
					new ResponsePage(request.settings().returnUrl().toString(), token, selection.activities()));
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

	/** The chain lets in nobody else; asked again, for it is what all hangs on. */
	private DeepLinking find(LaunchedUser user, UUID id) {
		return this.deepLinkings.find(id)
			.filter((request) -> request.learner().equals(user.learner()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private @Nullable ModelAndView over(DeepLinking request) {
		if (request.answered()) {
			return page("deeplink.over.answered", HttpStatus.CONFLICT);
		}
		return request.isLate(this.clock.instant()) ? page("deeplink.over.late", HttpStatus.GONE) : null;
	}

	private static ModelAndView page(String words, HttpStatus status) {
		ModelAndView over = new ModelAndView("deeplink/over", "page", new OverPage(words));
		over.setStatus(status);
		return over;
	}

	private ModelAndView picker(DeepLinking request, PickerForm form, @Nullable String problem) {
		return new ModelAndView("deeplink/picker", "page", this.pages.page(request, form, problem));
	}

	/**
	 * What the template {@code deeplink/over} needs: a request can't be answered any
	 * more.
	 *
	 * @param words the key of its words; {@code .title} and {@code .text} follow it
	 */
	record OverPage(String words) {
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
