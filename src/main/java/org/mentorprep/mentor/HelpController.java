package org.mentorprep.mentor;

import java.util.Collection;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.content.Exercise;
import org.mentorprep.launch.LinkId;
import org.mentorprep.library.Library;
import org.mentorprep.passback.SendPolicy;
import org.mentorprep.programme.CurrentLink;

/** Helps, and says how far the marks can be trusted. */
@Controller
class HelpController {

	private final Library library;

	private final SendPolicy policy;

	HelpController(Library library, SendPolicy policy) {
		this.library = library;
		this.policy = policy;
	}

	@GetMapping(HomeController.LINK + "/help")
	ModelAndView help(CurrentLink link) {
		return new ModelAndView("mentor/help", "page", new HelpPage(link.id(), link.requirements().single(),
				GradebookStatus.graded(link), this.policy.sendsProgress()));
	}

	@GetMapping(HomeController.LINK + "/help/keys")
	ModelAndView keys(CurrentLink link) {
		Collection<Exercise> exercises = this.library.current().exercises().values();
		return new ModelAndView("mentor/keys", "page", new HelpPage.Keys(link.id(), exercises.size(),
				(int) exercises.stream().filter(Exercise::draftKey).count()));
	}

	/**
	 * What the template {@code mentor/help} needs, at {@code /links/{link}/help}. All
	 * else on it is words.
	 *
	 * @param single whether the link stands for one module alone
	 * @param graded whether a grade of this person belongs in the gradebook
	 * @param early whether results are sent before everything is completed
	 */
	record HelpPage(LinkId link, boolean single, boolean graded, boolean early) {

		/**
		 * What the template {@code mentor/keys} needs, at
		 * {@code /links/{link}/help/keys}: how far the marks can be trusted.
		 *
		 * @param exercises how many there are
		 * @param drafts how many of them no panel has reviewed
		 */
		record Keys(LinkId link, int exercises, int drafts) {

			public int reviewed() {
				return this.exercises - this.drafts;
			}

		}

	}

}
