package org.mentorprep.platform.registration;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.platform.Framing;
import org.mentorprep.platform.Reference;
import org.mentorprep.platform.RegistrationFailed;

/**
 * Where an LMS sends its administrator's browser to register us (LTI Dynamic Registration
 * 1.0, section 3.1). It opens by GET and goes on at once, as LMSs expect; a preview of
 * the link lacks what the LMS adds to it, and spends nothing.
 */
@Controller
class RegistrationController {

	static final String PATH = "/lti/register";

	private static final Logger log = LoggerFactory.getLogger(RegistrationController.class);

	private final Invitations invitations;

	private final LmsRegistrar registrar;

	private final ApplicationEventPublisher events;

	RegistrationController(Invitations invitations, LmsRegistrar registrar, ApplicationEventPublisher events) {
		this.invitations = invitations;
		this.registrar = registrar;
		this.events = events;
	}

	@GetMapping(PATH)
	ModelAndView register(@RequestParam(required = false) @Nullable String invitation,
			@RequestParam(name = "openid_configuration", required = false) @Nullable String configuration,
			@RequestParam(name = "registration_token", required = false) @Nullable String token,
			HttpServletRequest request, Locale locale) {
		Invitation valid = this.invitations.valid(invitation);
		if (configuration == null || configuration.isBlank()) {
			return new ModelAndView("platform/unregistered", "page",
					new UnregisteredPage("platform.paste", List.of(), null, null));
		}
		URI source = this.registrar.source(valid, configuration);
		String origin = Framing.origin(source);
		Framing.allow(request, origin);
		LmsConfiguration lms = this.registrar.register(valid, source, token, locale);
		return new ModelAndView("platform/registered", "page",
				new RegisteredPage(valid.name(), lms.family().equals("moodle") ? "moodle" : "other", origin));
	}

	@ExceptionHandler
	ModelAndView refused(RegistrationRefused refused) {
		Reference reference = Reference.fresh();
		Fault fault = refused.fault();
		String cause = String.valueOf(refused.getMessage());
		log.warn("Registration refused, reference {}: {} ({})", reference, fault, cause);
		this.events.publishEvent(new RegistrationFailed(reference.value(), fault.name(), fault.words(), cause));
		ModelAndView page = new ModelAndView("platform/unregistered", fault.status());
		page.addObject("page",
				new UnregisteredPage(fault.words(), refused.fields(), refused.quote(), reference.value()));
		return page;
	}

}
