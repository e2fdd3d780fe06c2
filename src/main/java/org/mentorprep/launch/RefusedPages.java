package org.mentorprep.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.launch.Refusals.RefusalRecord;
import org.mentorprep.platform.Framing;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.Reference;

/**
 * Tells people in words and the log in clauses why somebody was not let in; a reference
 * joins the two.
 */
@Component
class RefusedPages {

	private static final Logger log = LoggerFactory.getLogger(RefusedPages.class);

	private final Refusals recent;

	private final Clock clock;

	RefusedPages(Refusals recent, Clock clock) {
		this.recent = recent;
		this.clock = clock;
	}

	ModelAndView page(LaunchRefused refused, HttpServletRequest request) {
		LaunchRefused.Reason refusal = refused.refusal();
		Optional<Platform> platform = Framing.platform(request);
		RefusalRecord written = new RefusalRecord(Reference.fresh().value(), this.clock.instant(), refusal.name(),
				refusal.words(), platform.map(Platform::id).orElse(null), String.valueOf(refused.getMessage()));
		log.warn("Launch refused, reference {}: {} ({})", written.reference(), refusal, written.cause());
		this.recent.keep(written);
		ModelAndView page = new ModelAndView("launch/refused", refusal.status());
		page.addObject("page", new RefusedPage(refusal.words(), refused.quote(), written,
				platform.flatMap(RefusedPages::front).orElse(null)));
		return page;
	}

	/** Its issuer, if that is where the LMS is at home: with some it is but a name. */
	private static Optional<URI> front(Platform platform) {
		try {
			URI issuer = new URI(platform.issuer());
			return platform.enabled() && Framing.origin(platform).equals(Framing.origin(issuer)) ? Optional.of(issuer)
					: Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
