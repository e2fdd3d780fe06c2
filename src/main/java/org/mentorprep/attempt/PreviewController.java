package org.mentorprep.attempt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.NotFound;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.attempt.PreviewPage.PreviewPlace;
import org.mentorprep.attempt.PreviewPage.Shows;
import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.content.ExerciseId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.content.PageId;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.library.Library;
import org.mentorprep.library.Uploads.UploadId;
import org.mentorprep.programme.Programmes;

/**
 * Shows every page and exercise as a mentor sees it, with the keys besides: of what a
 * link requires, of all that can be placed, or of a pack that is not in use. Nothing of
 * the answers is kept; that somebody who came by a launch saw a key stands in the ledger.
 * Who may look the filter chains say; that mentors at a link may not is said here.
 */
@Controller
@RequestMapping({ "/links/{link}/preview", "/deeplink/{request}/preview", "/operator/content/uploads/{upload}/preview",
		"/operator/content/versions/{version}/preview" })
class PreviewController {

	private static final String MODULE = "/modules/{module}";

	private static final String EXERCISE = "/exercises/{exercise:[a-z][a-z0-9-]{0,39}}";

	/** Fields of ours among those of the answer. */
	private static final String SO_FAR = "so-far";

	private static final String ON = "go-on";

	/** Before the names of the attributes that say what a session has seen already. */
	private static final String SEEN = Preview.class.getName() + ":";

	private final Links links;

	private final Programmes programmes;

	private final Library library;

	private final Ledger ledger;

	PreviewController(Links links, Programmes programmes, Library library, Ledger ledger) {
		this.links = links;
		this.programmes = programmes;
		this.library = library;
		this.ledger = ledger;
	}

	/**
	 * Before each page: from where, and of what. One of the ids is in the path.
	 * @param user absent at the operator's
	 */
	@ModelAttribute("place")
	PreviewPlace place(@AuthenticationPrincipal @Nullable LaunchedUser user,
			@PathVariable(required = false) @Nullable LinkId link,
			@PathVariable(required = false) @Nullable UUID request,
			@PathVariable(required = false) @Nullable UploadId upload,
			@PathVariable(required = false) @Nullable PackVersionId version) {
		if (link != null) {
			return atLink(link, user);
		}
		if (request != null) {
			return PreviewPlace.ofPicker(request, this.library.current());
		}
		Optional<Pack> pack = (upload != null) ? this.library.uploaded(upload)
				: Optional.ofNullable(version).flatMap(this.library::find);
		String origin = "/operator/content/" + ((upload != null) ? "uploads/" + upload : "versions/" + version);
		return pack.map((found) -> PreviewPlace.ofOperator(origin, found)).orElseThrow(NotFound::new);
	}

	private PreviewPlace atLink(LinkId link, @Nullable LaunchedUser user) {
		return Optional.ofNullable(user)
			.flatMap((who) -> who.roleIn(link))
			.filter(CourseRole.STAFF::equals)
			.flatMap((staff) -> this.links.find(link))
			.map((found) -> PreviewPlace.ofCourse(link, this.library.current(), this.programmes.requirements(found)))
			.orElseThrow(NotFound::new);
	}

	@GetMapping
	String all() {
		return "attempt/preview-pack";
	}

	@GetMapping(MODULE)
	String module(@ModelAttribute(name = "place", binding = false) PreviewPlace place, @PathVariable ModuleId module,
			Model model) {
		model.addAttribute("module", place.module(module));
		return "attempt/preview-module";
	}

	@GetMapping(MODULE + "/pages/{page}")
	String read(@ModelAttribute(name = "place", binding = false) PreviewPlace place, @PathVariable ModuleId module,
			@PathVariable PageId page, Model model) {
		Module found = place.module(module);
		model.addAttribute("module", found);
		model.addAttribute("page", found.page(page).orElseThrow(NotFound::new));
		return "attempt/preview-reading";
	}

	@GetMapping(EXERCISE)
	ModelAndView begin(@ModelAttribute(name = "place", binding = false) PreviewPlace place,
			@PathVariable ExerciseId exercise, @AuthenticationPrincipal @Nullable LaunchedUser user,
			HttpSession session) {
		Preview preview = place.exercise(exercise);
		note(place, exercise, user, session);
		return show(place, preview);
	}

	@PostMapping(EXERCISE)
	ModelAndView answer(@ModelAttribute(name = "place", binding = false) PreviewPlace place,
			@PathVariable ExerciseId exercise, @RequestParam MultiValueMap<String, String> fields,
			@AuthenticationPrincipal @Nullable LaunchedUser user, HttpSession session) {
		Preview before = place.exercise(exercise).resumed(fields.getFirst(SO_FAR));
		note(place, exercise, user, session);
		if (before.done() || fields.containsKey(ON)) {
			return show(place, before);
		}
		Answer sent = sent(fields);
		try {
			Optional<AttemptPage> changed = before.changed(sent);
			if (changed.isPresent()) {
				return page(place, before, changed.get(), Shows.STEP);
			}
			Preview after = before.answered(sent);
			return after.hasReply() ? page(place, after, after.reply(), Shows.REPLY) : show(place, after);
		}
		catch (AnswerRefused ex) {
			ModelAndView again = page(place, before, before.refused(sent, ex), Shows.STEP);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
	}

	/**
	 * One line in the ledger for each exercise that a session sees with its key, however
	 * often and by whichever page: the same person may be a learner elsewhere.
	 */
	private void note(PreviewPlace place, ExerciseId exercise, @Nullable LaunchedUser user, HttpSession session) {
		String seen = SEEN + place.pack().id() + ":" + exercise;
		if (user != null && !place.operator() && session.getAttribute(seen) == null) {
			session.setAttribute(seen, true);
			this.ledger.record(Actor.learner(user.learner()), "attempt.previewed", exercise.toString(),
					place.pack().version() + " " + place.origin());
		}
	}

	private static ModelAndView show(PreviewPlace place, Preview preview) {
		return preview.done() ? page(place, preview, preview.reply(), Shows.END)
				: page(place, preview, preview.step(), Shows.STEP);
	}

	private static ModelAndView page(PreviewPlace place, Preview preview, Record page, Shows shows) {
		return new ModelAndView("attempt/preview",
				Map.of("page", page, "preview", PreviewPage.of(place, preview, shows)));
	}

	private static Answer sent(MultiValueMap<String, String> fields) {
		Map<String, List<String>> own = new HashMap<>(AttemptController.sent(fields).values());
		own.remove(SO_FAR);
		return new Answer(own);
	}

}
