package org.mentorprep.registration;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.NotFound;
import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Platforms.Registration;
import org.mentorprep.platform.Proposals;
import org.mentorprep.platform.ToolUrl;
import org.mentorprep.registration.Invitations.MadeInvitation;
import org.mentorprep.registration.PlatformForm.NewPlatformPage;
import org.mentorprep.registration.PlatformPage.PlatformRow;
import org.mentorprep.registration.PlatformPage.PlatformsPage;
import org.mentorprep.registration.PlatformPage.ToolAddresses;

/**
 * The operator's pages of platforms: the list, one of them, a new one by hand, and
 * invitations. Each change is recorded in the ledger.
 */
@Controller
@RequestMapping("/operator/platforms")
class PlatformsController {

	private static final String LIST = "redirect:/operator/platforms";

	private final Platforms platforms;

	private final Proposals proposals;

	private final Invitations invitations;

	private final Ledger ledger;

	private final TransactionOperations transaction;

	private final ToolUrl toolUrl;

	PlatformsController(Platforms platforms, Proposals proposals, Invitations invitations, Ledger ledger,
			TransactionOperations transaction, ToolUrl toolUrl) {
		this.platforms = platforms;
		this.proposals = proposals;
		this.invitations = invitations;
		this.ledger = ledger;
		this.transaction = transaction;
		this.toolUrl = toolUrl;
	}

	@GetMapping
	ModelAndView platforms() {
		return list(null, InvitationForm.empty(), Map.of());
	}

	/**
	 * Answers with the page itself: a redirect would have to leave the address, and with
	 * it the secret, in the session and so in the database.
	 */
	@PostMapping("/invitations")
	ModelAndView invite(@Valid @ModelAttribute InvitationForm form, BindingResult errors) {
		String host = form.checkedHost(errors);
		if (errors.hasErrors() || host == null) {
			ModelAndView page = list(null, form, PlatformForm.problems(InvitationForm.class, errors));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		Invitations.Made made = this.invitations.make(form.name(), host);
		return list(
				new MadeInvitation(made.invitation().name(), made.invitation().expiresAt(),
						this.toolUrl.at("/lti/register?invitation=" + made.secret())),
				InvitationForm.empty(), Map.of());
	}

	@PostMapping("/invitations/{id}/withdrawal")
	String withdraw(@PathVariable UUID id) {
		this.invitations.revoke(id);
		return LIST;
	}

	/** Approving is enabling what is pending. */
	@PostMapping("/{id}/enabling")
	String enable(@PathVariable PlatformId id) {
		return change(registration(id), Platform.State.ENABLED);
	}

	@PostMapping("/{id}/disabling")
	String disable(@PathVariable PlatformId id) {
		return change(registration(id), Platform.State.DISABLED);
	}

	@GetMapping("/new")
	ModelAndView form() {
		return form(PlatformForm.empty(), Map.of());
	}

	@PostMapping("/new")
	ModelAndView add(@Valid @ModelAttribute PlatformForm form, BindingResult errors) {
		form.checkLines(errors);
		if (!errors.hasErrors()) {
			Optional<PlatformId> added = add(form.entry());
			if (added.isPresent()) {
				return new ModelAndView(LIST + "/" + added.get());
			}
			errors.rejectValue("clientId", "taken", "registration.problem.taken");
		}
		ModelAndView page = form(form, PlatformForm.problems(PlatformForm.class, errors));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	/** Empty if there is such a registration already. */
	private Optional<PlatformId> add(PlatformEntry entry) {
		try {
			return Optional.of(this.transaction.execute((status) -> {
				PlatformId id = this.platforms.add(entry, Platform.Origin.BY_HAND, Platform.State.ENABLED);
				this.ledger.record(Actor.operator(), "platform.added", entry.name(), entry.issuer());
				return id;
			}));
		}
		catch (DuplicateKeyException ex) {
			return Optional.empty();
		}
	}

	/** Nothing happens if it is so already, or somebody else changed it meanwhile. */
	private String change(Registration registration, Platform.State to) {
		if (registration.origin() == Platform.Origin.FILE) {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}
		Platform platform = registration.platform();
		Platform.State from = platform.state();
		this.transaction.executeWithoutResult((status) -> {
			if (from != to && this.platforms.change(platform.id(), from, to)) {
				this.ledger.record(Actor.operator(), act(from, to), platform.name(), platform.issuer());
			}
		});
		return LIST + "/" + platform.id();
	}

	private static String act(Platform.State from, Platform.State to) {
		if (to == Platform.State.DISABLED) {
			return "platform.disabled";
		}
		return (from == Platform.State.PENDING) ? "platform.approved" : "platform.enabled";
	}

	private Registration registration(PlatformId id) {
		return this.platforms.registration(id).orElseThrow(NotFound::new);
	}

	private ModelAndView list(@Nullable MadeInvitation made, InvitationForm form, Map<String, String> problems) {
		return new ModelAndView("registration/platforms", "page",
				new PlatformsPage(PlatformRow.all(this.platforms.registrations(), this.proposals.waiting()),
						this.invitations.open(), made, form, problems));
	}

	private ModelAndView form(PlatformForm form, Map<String, String> problems) {
		return new ModelAndView("registration/new", "page",
				new NewPlatformPage(form, problems, ToolAddresses.of(this.toolUrl)));
	}

}
