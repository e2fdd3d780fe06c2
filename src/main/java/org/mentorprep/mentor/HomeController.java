package org.mentorprep.mentor;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.attempt.Attempts;
import org.mentorprep.attempt.Attempts.OpenAttempt;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Programme;
import org.mentorprep.library.Library;
import org.mentorprep.passback.GradeDeliveries;
import org.mentorprep.passback.SendPolicy;
import org.mentorprep.programme.CurrentLink;
import org.mentorprep.progress.LinkProgress;
import org.mentorprep.progress.Progress;

/** Shows what is required of a mentor. */
@Controller
class HomeController {

	static final String LINK = "/links/{link}";

	private final Library library;

	private final Progress progress;

	private final Attempts attempts;

	private final GradeDeliveries deliveries;

	private final SendPolicy policy;

	HomeController(Library library, Progress progress, Attempts attempts, GradeDeliveries deliveries,
			SendPolicy policy) {
		this.library = library;
		this.progress = progress;
		this.attempts = attempts;
		this.deliveries = deliveries;
		this.policy = policy;
	}

	@GetMapping(LINK)
	ModelAndView home(CurrentLink link) {
		Programme programme = link.requirements().programme();
		if (programme == null) {
			return new ModelAndView("redirect:" + link.path() + "/modules/" + link.requirements().modules().get(0));
		}
		LinkProgress progress = this.progress.of(link.person(), link.requirements());
		GradebookStatus gradebook = GradebookStatus.ofProgramme(link,
				this.deliveries.of(link.user().learner(), link.id()), this.policy.sendsProgress());
		return new ModelAndView("mentor/home", "page",
				HomePage.of(link, programme, modules(link, progress), completed(progress), gradebook));
	}

	private static boolean completed(LinkProgress progress) {
		return progress.programme() != null && progress.programme().completed();
	}

	/** Where somebody is in each of the modules, in their order. */
	private List<ModuleSummary> modules(CurrentLink link, LinkProgress progress) {
		Pack pack = this.library.current();
		Map<ModuleId, List<OpenAttempt>> open = this.attempts.open(link.person(), link.practice());
		return link.requirements()
			.modules()
			.stream()
			.flatMap((module) -> pack.module(module).stream())
			.map((module) -> new ModuleSummary(module, progress.module(module.id()),
					open.getOrDefault(module.id(), List.of())))
			.toList();
	}

}
