package org.mentorprep.mentor;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.diagnostic.Diagnostics;
import org.mentorprep.diagnostic.ReadingAdvice;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.library.Library;
import org.mentorprep.mentor.HomePage.ModuleLink;
import org.mentorprep.programme.Programmes;
import org.mentorprep.programme.Requirements;

/** Shows one module: what it is, where the mentor stands in it, and the way through. */
@Controller
class ModuleController {

	private final Wayfinder wayfinder;

	private final Programmes programmes;

	private final Library library;

	private final GradebookTeller gradebook;

	private final Diagnostics diagnostics;

	ModuleController(Wayfinder wayfinder, Programmes programmes, Library library, GradebookTeller gradebook,
			Diagnostics diagnostics) {
		this.wayfinder = wayfinder;
		this.programmes = programmes;
		this.library = library;
		this.gradebook = gradebook;
		this.diagnostics = diagnostics;
	}

	@GetMapping(HomeController.LINK + "/modules/{module}")
	String module(@AuthenticationPrincipal LaunchedUser user, @PathVariable("link") UUID id,
			@PathVariable String module, Model model) {
		Link link = this.wayfinder.link(new LinkId(id));
		Requirements asked = this.programmes.askedBy(link);
		ModuleSummary here = this.wayfinder.in(user.person(), this.wayfinder.module(asked, new ModuleId(module)));
		GradebookStatus grade = asked.single() ? this.gradebook.ofModule(user, link, here)
				: this.gradebook.ofProgramme(user, link);
		model.addAttribute("page", page(here, asked, link.id(), GradebookTeller.graded(user, link), grade,
				this.wayfinder.firstOpen(user.person(), asked, here.module().id()).map(ModuleLink::to).orElse(null),
				this.diagnostics.ground(user.person(), this.library.current(), here.module().id())));
		return "mentor/module";
	}

	private ModulePage page(ModuleSummary here, Requirements asked, LinkId link, boolean graded, GradebookStatus grade,
			@Nullable ModuleLink nextModule, ReadingAdvice ground) {
		Pack pack = this.library.current();
		Module module = here.module();
		Progression progression = new Progression(here, pack);
		return new ModulePage(link, module.id(), module.title(), module.why(), module.lead(), asked.single(),
				!asked.counts(module.id()), graded, here.state(), here.standing().points(),
				module.passRule().passMark(), module.passRule().floor(), module.minutes(), here.minutesLeft(),
				here.standing().completedAt(), progression.missing(), grade, module.pages(), progression.tasks(),
				here.carryOn().orElse(null), progression.next(), nextModule, ground);
	}

}
