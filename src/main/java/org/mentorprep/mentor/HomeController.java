package org.mentorprep.mentor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.mentorprep.content.Programme;
import org.mentorprep.launch.LaunchedUser;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.mentor.HomePage.CarryOn;
import org.mentorprep.mentor.HomePage.ModuleLink;
import org.mentorprep.programme.Programmes;
import org.mentorprep.programme.Requirements;

/** Shows what is asked of a mentor. */
@Controller
class HomeController {

	static final String LINK = "/links/{link:[0-9a-f-]{36}}";

	private final Wayfinder wayfinder;

	private final Programmes programmes;

	private final GradebookTeller gradebook;

	HomeController(Wayfinder wayfinder, Programmes programmes, GradebookTeller gradebook) {
		this.wayfinder = wayfinder;
		this.programmes = programmes;
		this.gradebook = gradebook;
	}

	@GetMapping(LINK)
	String home(@AuthenticationPrincipal LaunchedUser user, @PathVariable("link") UUID id, Model model) {
		Link link = this.wayfinder.link(new LinkId(id));
		Requirements asked = this.programmes.askedBy(link);
		if (asked.programme() == null) {
			return "redirect:/links/" + link.id() + "/modules/" + asked.modules().get(0);
		}
		model.addAttribute("page", page(user, link, asked, asked.programme()));
		return "mentor/home";
	}

	private HomePage page(LaunchedUser user, Link link, Requirements asked, Programme programme) {
		List<ModuleSummary> all = this.wayfinder.in(user.person(), asked.modules());
		List<ModuleSummary> open = all.stream()
			.filter((one) -> asked.counts(one.module().id()) && !completed(one))
			.toList();
		// What was added after somebody completed the programme is asked of others.
		boolean over = open.isEmpty() || this.wayfinder.in(user.person(), programme).completed();
		List<ModuleSummary> toGo = over ? List.of() : open;
		List<ModuleSummary> mandatory = all.stream()
			.filter((one) -> asked.counts(one.module().id()) && (completed(one) || !over))
			.toList();
		List<ModuleSummary> optional = all.stream().filter((one) -> !mandatory.contains(one)).toList();
		Optional<CarryOn> carryOn = carryOn(toGo).or(() -> carryOn(mandatory)).or(() -> carryOn(optional));
		return new HomePage(link.id(), programme.why(), toGo.size(),
				toGo.stream().mapToInt(ModuleSummary::minutesLeft).sum(), GradebookTeller.graded(user, link),
				carryOn.orElse(null), startWith(toGo, carryOn), rows(mandatory), rows(optional),
				this.gradebook.ofProgramme(user, link));
	}

	private static boolean completed(ModuleSummary one) {
		return one.standing().completed();
	}

	private static Optional<CarryOn> carryOn(List<ModuleSummary> modules) {
		return modules.stream().flatMap((one) -> one.carryOn().stream()).findFirst();
	}

	private static @Nullable ModuleLink startWith(List<ModuleSummary> toGo, Optional<CarryOn> carryOn) {
		return (carryOn.isPresent() || toGo.isEmpty()) ? null : toGo.get(0).link();
	}

	private static List<HomePage.Row> rows(List<ModuleSummary> modules) {
		return modules.stream().map(ModuleSummary::row).toList();
	}

}
