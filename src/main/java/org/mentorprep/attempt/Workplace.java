package org.mentorprep.attempt;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.Links;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Programmes;
import org.mentorprep.programme.Requirements;

/**
 * Finds what a request is about, seen through its link: whatever the link does not ask
 * for and whatever belongs to somebody else is simply not there (404).
 */
@Component
class Workplace {

	/** Where an attempt lives; an id that is none is not there either. */
	static final String ATTEMPT = "/links/{link:[0-9a-f-]{36}}/attempts/{attempt:[0-9a-f-]{36}}";

	/** Where a module lives. */
	static final String MODULE = "/links/{link:[0-9a-f-]{36}}/modules/{module}";

	private final Links links;

	private final Programmes programmes;

	private final Library library;

	private final Attempts attempts;

	Workplace(Links links, Programmes programmes, Library library, Attempts attempts) {
		this.links = links;
		this.programmes = programmes;
		this.library = library;
		this.attempts = attempts;
	}

	/** The version on which new attempts begin. */
	Pack pack() {
		return this.library.current();
	}

	/** A module of a pack that is there in the link. */
	Module module(Pack pack, LinkId link, ModuleId module) {
		return pack.module(module).filter((found) -> asked(link).has(found.id())).orElseThrow(Workplace::notFound);
	}

	/** An attempt of this user at a module that is there in the link. */
	Worked attempt(LaunchedUser user, LinkId link, AttemptId attempt) {
		return this.attempts.worked(user.person(), asked(link), attempt).orElseThrow(Workplace::notFound);
	}

	Requirements asked(LinkId link) {
		return this.links.find(link).map(this.programmes::askedBy).orElseThrow(Workplace::notFound);
	}

	static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
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

	/** Leads to where one left off, or to the debrief once all is answered. */
	static ModelAndView leadToPresent(LinkId link, Worked worked, String query) {
		String path = path(link, worked.attempt().id());
		return leadTo(worked.done() ? path + "/debrief" : path + "/answers/" + worked.due() + query);
	}

	static String path(LinkId link, AttemptId attempt) {
		return "/links/" + link + "/attempts/" + attempt;
	}

}
