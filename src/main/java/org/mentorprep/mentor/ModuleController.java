package org.mentorprep.mentor;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.attempt.Attempts;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.diagnostic.Diagnostics;
import org.mentorprep.library.Library;
import org.mentorprep.mentor.HomePage.ModuleLink;
import org.mentorprep.passback.GradeDeliveries;
import org.mentorprep.passback.SendPolicy;
import org.mentorprep.passback.Delivery;
import org.mentorprep.programme.CurrentLink;
import org.mentorprep.progress.LinkProgress;
import org.mentorprep.progress.Progress;

/** Shows one module: what it is, how far the mentor is in it, and the way through. */
@Controller
class ModuleController {

	private final Library library;

	private final Progress progress;

	private final Attempts attempts;

	private final Diagnostics diagnostics;

	private final GradeDeliveries deliveries;

	private final SendPolicy policy;

	ModuleController(Library library, Progress progress, Attempts attempts, Diagnostics diagnostics,
			GradeDeliveries deliveries, SendPolicy policy) {
		this.library = library;
		this.progress = progress;
		this.attempts = attempts;
		this.diagnostics = diagnostics;
		this.deliveries = deliveries;
		this.policy = policy;
	}

	@GetMapping(HomeController.LINK + "/modules/{module}")
	ModelAndView module(CurrentLink link, @PathVariable ModuleId module) {
		Pack pack = this.library.current();
		LinkProgress progress = this.progress.of(link.person(), link.requirements());
		ModuleSummary summary = new ModuleSummary(link.module(pack, module), progress.module(module),
				this.attempts.open(link.person(), link.practice(), module));
		Optional<Delivery> delivery = this.deliveries.of(link.user().learner(), link.id());
		boolean early = this.policy.sendsProgress();
		GradebookStatus gradebook = link.requirements().single()
				? GradebookStatus.ofModule(link, delivery, early, summary)
				: GradebookStatus.ofProgramme(link, delivery, early);
		return new ModelAndView("mentor/module", "page", ModulePage.of(link, pack, summary, gradebook,
				next(progress, pack, module), this.diagnostics.advice(link.person(), link.practice(), pack, module)));
	}

	/** The first mandatory module, apart from this one, that is required still. */
	private static @Nullable ModuleLink next(LinkProgress progress, Pack pack, ModuleId apart) {
		return Stream.ofNullable(progress.programme())
			.flatMap((programme) -> programme.required().stream())
			.filter((module) -> !module.equals(apart))
			.flatMap((module) -> pack.module(module).stream())
			.map(ModuleLink::to)
			.findFirst()
			.orElse(null);
	}

}
