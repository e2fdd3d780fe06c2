package org.mentorprep.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.platform.ClientNetwork;
import org.mentorprep.platform.Reference;
import org.mentorprep.platform.WebAddress;
import org.mentorprep.registration.DynamicRegistration.Registered;
import org.mentorprep.registration.DynamicRegistration.RegistrationFailed;
import org.mentorprep.registration.Invitations.Invitation;

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

	private final DynamicRegistration registrar;

	private final ApplicationEventPublisher events;

	RegistrationController(Invitations invitations, DynamicRegistration registrar, ApplicationEventPublisher events) {
		this.invitations = invitations;
		this.registrar = registrar;
		this.events = events;
	}

	@GetMapping(PATH)
	ModelAndView register(@RequestParam(required = false) @Nullable String invitation,
			@RequestParam(name = "openid_configuration", required = false) @Nullable String configuration,
			@RequestParam(name = "registration_token", required = false) @Nullable String token, Locale locale) {
		Invitation valid = this.invitations.valid(invitation);
		if (configuration == null || configuration.isBlank()) {
			return new ModelAndView("registration/unregistered", "page",
					new UnregisteredPage("registration.paste", List.of(), null, null));
		}
		URI source = this.registrar.source(valid, configuration);
		Registered registered = this.registrar.register(valid, source, token, locale);
		return new ModelAndView("registration/registered", "page",
				new RegisteredPage(valid.name(), registered.family().equals("moodle") ? "moodle" : "other",
						WebAddress.origin(source), registered.complete()));
	}

	@ExceptionHandler
	ModelAndView refused(RegistrationRefused refused, HttpServletRequest request) {
		Reference reference = Reference.fresh();
		RegistrationRefused.Reason reason = refused.reason();
		String cause = String.valueOf(refused.getMessage());
		log.warn("Registration refused, reference {}: {} ({})", reference, reason, cause);
		this.events.publishEvent(new RegistrationFailed(reference.value(), reason.name(), reason.messageKey(), cause,
				ClientNetwork.of(request.getRemoteAddr())));
		ModelAndView page = new ModelAndView("registration/unregistered", reason.status());
		page.addObject("page",
				new UnregisteredPage(reason.messageKey(), refused.fields(), refused.quote(), reference.value()));
		return page;
	}

	/**
	 * What the last page of a registration says.
	 *
	 * @param name of the platform here
	 * @param lms kind of LMS whose next steps are shown: {@code moodle} or {@code other}
	 * @param origin of the LMS, the only one that may be sent the message to close the
	 * frame
	 * @param complete whether the first launch is let in; if not, it tells its deployment
	 * and waits for the operator
	 */
	public record RegisteredPage(String name, String lms, String origin, boolean complete) {
	}

	/**
	 * What is said when nothing was registered.
	 *
	 * @param messageKey begins the keys of its messages; {@code .title} and {@code .text}
	 * follow it
	 * @param fields names of what the LMS would have to put right
	 * @param quote what the LMS said, to be escaped; absent if it said nothing
	 * @param reference joins the page with the log; absent if nothing went wrong
	 */
	public record UnregisteredPage(String messageKey, List<String> fields, @Nullable String quote,
			@Nullable String reference) {

		public UnregisteredPage {
			fields = List.copyOf(fields);
		}

	}

}
