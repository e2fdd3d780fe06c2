package org.mentorprep.registration;

import jakarta.validation.Valid;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.NotFound;
import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Platforms.Registration;
import org.mentorprep.platform.Proposals;
import org.mentorprep.platform.RoleMapping;
import org.mentorprep.registration.PlatformPage.Refused;

/**
 * Shows one platform, and lets the operator say where it is (accept what it named itself,
 * or type it) and what its roles give. What the platforms file says is changed there
 * alone. Each change is one line in the ledger.
 */
@Controller
@RequestMapping("/operator/platforms/{id}")
class PlatformController {

	private final Platforms platforms;

	private final Proposals proposals;

	private final Ledger ledger;

	private final TransactionOperations transaction;

	PlatformController(Platforms platforms, Proposals proposals, Ledger ledger, TransactionOperations transaction) {
		this.platforms = platforms;
		this.proposals = proposals;
		this.ledger = ledger;
		this.transaction = transaction;
	}

	@GetMapping
	ModelAndView show(@PathVariable PlatformId id) {
		Registration registration = registration(id);
		return page(registration, SitesForm.of(registration.platform()), Map.of(), null);
	}

	/** Nothing happens if nobody proposed it, or somebody accepted it meanwhile. */
	@PostMapping("/accepted")
	String accept(@PathVariable PlatformId id, @RequestParam Proposals.Kind kind, @RequestParam String proposed) {
		Platform platform = changeable(id).platform();
		this.transaction.executeWithoutResult((status) -> {
			if (this.proposals.accept(id, kind, proposed)) {
				this.ledger.record(Actor.operator(), "platform." + kind.code() + "-accepted", platform.name(),
						proposed);
			}
		});
		return back(id);
	}

	/** It comes again with the next launch that brings it. */
	@PostMapping("/dismissed")
	String dismiss(@PathVariable PlatformId id, @RequestParam Proposals.Kind kind, @RequestParam String proposed) {
		this.proposals.forget(changeable(id).platform().id(), kind, proposed);
		return back(id);
	}

	@PostMapping("/sites")
	ModelAndView change(@PathVariable PlatformId id, @Valid @ModelAttribute SitesForm form, BindingResult errors) {
		Registration registration = changeable(id);
		form.check(errors);
		if (errors.hasErrors()) {
			ModelAndView page = page(registration, form, PlatformForm.problems(SitesForm.class, errors), null);
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		this.transaction.executeWithoutResult((status) -> {
			this.proposals.settle(id, form.origins(), form.audience());
			this.ledger.record(Actor.operator(), "platform.sites-changed", registration.platform().name(),
					registration.platform().issuer());
		});
		return new ModelAndView(back(id));
	}

	/** Says anew what roles give, from the next launches on. */
	@PostMapping("/roles")
	ModelAndView change(@PathVariable PlatformId id, @RequestParam(defaultValue = "") String roles) {
		Registration registration = changeable(id);
		RoleMapping after;
		try {
			after = RoleMapping.of(roles);
		}
		catch (IllegalArgumentException ex) {
			ModelAndView page = page(registration, SitesForm.of(registration.platform()), Map.of(),
					new Refused(roles, String.valueOf(ex.getMessage())));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		RoleMapping before = registration.platform().roles();
		this.transaction.executeWithoutResult((status) -> {
			if (this.platforms.change(id, after)) {
				this.ledger.record(Actor.operator(), "platform.roles-changed", registration.platform().name(),
						StringUtils.truncate(before.inOneLine() + " > " + after.inOneLine(), 2000));
			}
		});
		return new ModelAndView(back(id));
	}

	private ModelAndView page(Registration registration, SitesForm form, Map<String, String> problems,
			@Nullable Refused refused) {
		PlatformId id = registration.platform().id();
		return new ModelAndView("registration/platform", "page", PlatformPage.of(registration,
				this.proposals.waiting(id), form, problems, registration.platform().roles(), refused));
	}

	private Registration registration(PlatformId id) {
		return this.platforms.registration(id).orElseThrow(NotFound::new);
	}

	private Registration changeable(PlatformId id) {
		Registration registration = registration(id);
		if (registration.origin() == Platform.Origin.FILE) {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}
		return registration;
	}

	private static String back(PlatformId id) {
		return "redirect:/operator/platforms/" + id;
	}

}
