package org.mentorprep.registration;

import java.util.Optional;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms.Registration;
import org.mentorprep.platform.Registrations;
import org.mentorprep.platform.ToolUrl;
import org.mentorprep.registration.PlatformForm.NewPlatformPage;
import org.mentorprep.registration.PlatformPage.ToolAddresses;

/** One platform: what is known of it, and whether it counts; and a new one by hand. */
@Controller
class PlatformController {

	private static final String ONE = PlatformsController.PATH + "/{id}";

	private static final String NEW = PlatformsController.PATH + "/new";

	private final Registrations registrations;

	private final PlatformChanges changes;

	private final ToolAddresses tool;

	PlatformController(Registrations registrations, PlatformChanges changes, ToolUrl toolUrl) {
		this.registrations = registrations;
		this.changes = changes;
		this.tool = ToolAddresses.of(toolUrl);
	}

	@GetMapping(ONE)
	ModelAndView platform(@PathVariable UUID id) {
		return new ModelAndView("platform/platform", "page", PlatformPage.of(registration(id)));
	}

	/** Approving is enabling what is pending. */
	@PostMapping(ONE + "/enabling")
	String enable(@PathVariable UUID id) {
		return change(id, Platform.State.ENABLED);
	}

	@PostMapping(ONE + "/disabling")
	String disable(@PathVariable UUID id) {
		return change(id, Platform.State.DISABLED);
	}

	@GetMapping(NEW)
	ModelAndView form() {
		return form(PlatformForm.empty(), new Problems());
	}

	@PostMapping(NEW)
	ModelAndView add(@ModelAttribute PlatformForm form) {
		Problems problems = form.problems();
		if (problems.isEmpty()) {
			Optional<PlatformId> added = this.changes.add(form.entry());
			if (added.isPresent()) {
				return new ModelAndView("redirect:" + PlatformsController.PATH + "/" + added.get());
			}
			problems.add("clientId", "taken");
		}
		ModelAndView page = form(form, problems);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView form(PlatformForm form, Problems problems) {
		return new ModelAndView("platform/new", "page", new NewPlatformPage(form, problems, this.tool));
	}

	private String change(UUID id, Platform.State to) {
		Registration registration = registration(id);
		if (registration.origin() == Platform.Origin.FILE) {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}
		this.changes.change(registration, to);
		return "redirect:" + PlatformsController.PATH + "/" + id;
	}

	private Registration registration(UUID id) {
		return this.registrations.find(new PlatformId(id))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
