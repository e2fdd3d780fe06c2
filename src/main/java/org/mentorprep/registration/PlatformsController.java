package org.mentorprep.registration;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.platform.LmsAddresses.InvitedHost;
import org.mentorprep.platform.Registrations;
import org.mentorprep.platform.ToolUrl;
import org.mentorprep.registration.Invitations.MadeInvitation;
import org.mentorprep.registration.PlatformPage.PlatformRow;
import org.mentorprep.registration.PlatformPage.PlatformsPage;

/** The list of platforms, and invitations to be on it. */
@Controller
class PlatformsController {

	static final String PATH = "/operator/platforms";

	private final Registrations registrations;

	private final Invitations invitations;

	private final ToolUrl toolUrl;

	PlatformsController(Registrations registrations, Invitations invitations, ToolUrl toolUrl) {
		this.registrations = registrations;
		this.invitations = invitations;
		this.toolUrl = toolUrl;
	}

	@GetMapping(PATH)
	ModelAndView platforms() {
		return page(null, InvitationForm.empty(), new Problems());
	}

	/**
	 * Answers with the page itself: a redirect would have to leave the address, and with
	 * it the secret, in the session and so in the database.
	 */
	@PostMapping(PATH + "/invitations")
	ModelAndView invite(@ModelAttribute InvitationForm form) {
		Problems problems = form.problems();
		String host = InvitedHost.read(form.host());
		if (!problems.isEmpty() || host == null) {
			ModelAndView page = page(null, form, problems);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		Invitations.Made made = this.invitations.make(form.name(), host);
		return page(
				new MadeInvitation(made.invitation().name(), made.invitation().expiresAt(),
						this.toolUrl.at("/lti/register?invitation=" + made.secret())),
				InvitationForm.empty(), new Problems());
	}

	@PostMapping(PATH + "/invitations/{id}/withdrawal")
	String withdraw(@PathVariable UUID id) {
		this.invitations.revoke(id);
		return "redirect:" + PATH;
	}

	private ModelAndView page(@Nullable MadeInvitation made, InvitationForm form, Problems problems) {
		return new ModelAndView("platform/platforms", "page",
				new PlatformsPage(this.registrations.all().stream().map(PlatformRow::of).toList(),
						this.invitations.open(), made, form, problems));
	}

}
