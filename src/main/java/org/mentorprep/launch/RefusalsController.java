package org.mentorprep.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.NotFound;
import org.mentorprep.launch.LaunchRefused.Received;
import org.mentorprep.launch.Refusals.Refusal;
import org.mentorprep.platform.ClientNetwork;
import org.mentorprep.platform.Framing;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Platforms.Registration;
import org.mentorprep.platform.Proposals;
import org.mentorprep.platform.Proposals.Proposal;
import org.mentorprep.platform.Reference;
import org.mentorprep.platform.WebAddress;

/**
 * Shows a refused launch to whoever was refused, and all refusals to the operator. People
 * get a sentence, the log gets the clause that was broken; a reference joins the two.
 */
@Controller
class RefusalsController {

	private static final Logger log = LoggerFactory.getLogger(RefusalsController.class);

	private static final int NEWEST = 100;

	private final Refusals refusals;

	private final Platforms platforms;

	private final Proposals proposals;

	private final Clock clock;

	RefusalsController(Refusals refusals, Platforms platforms, Proposals proposals, Clock clock) {
		this.refusals = refusals;
		this.platforms = platforms;
		this.proposals = proposals;
		this.clock = clock;
	}

	/** Somebody reloads or bookmarks the launch, or an LMS tries the URL. */
	@GetMapping(LaunchFilter.LAUNCH)
	ModelAndView plainVisit() {
		return new ModelAndView("launch/refused", "page", new RefusedPage("launch.visit", null, null, null, null));
	}

	/** Refused logins and launches are forwarded here; nobody else gets anything. */
	@RequestMapping(LaunchFilter.REFUSED)
	ModelAndView refused(
			@RequestAttribute(name = LaunchFilter.REFUSED, required = false) @Nullable LaunchRefused refused,
			HttpServletRequest request, HttpServletResponse response) {
		if (refused == null) {
			throw new NotFound();
		}
		LaunchRefused.Reason reason = refused.reason();
		Received received = refused.received();
		Optional<Platform> platform = Framing.platform(request);
		Refusal refusal = new Refusal(Reference.fresh().value(), this.clock.instant(), reason.name(),
				reason.messageKey(), platform.map(Platform::id).orElse(null), String.valueOf(refused.getMessage()),
				(received != null) ? received.text() : null,
				(received != null && received.hint() != null) ? received.hint().code() : null);
		log.warn("Launch refused, reference {}: {} ({}){}", refusal.reference(), reason, refusal.cause(),
				(received != null) ? " " + received.forLog() : "");
		this.refusals.keep(refusal, ClientNetwork.of(request.getRemoteAddr()));
		if (reason.status() == HttpStatus.SERVICE_UNAVAILABLE) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "10");
		}
		ModelAndView page = new ModelAndView("launch/refused", reason.status());
		page.addObject("page", new RefusedPage(reason.messageKey(), refused.quote(), refused.clocksApart(), refusal,
				platform.flatMap(RefusalsController::address).orElse(null)));
		return page;
	}

	/** For the operator, to whom somebody quotes a reference. */
	@GetMapping("/operator/refusals")
	ModelAndView show(@RequestParam(required = false) @Nullable String reference) {
		String searched = (reference != null) ? reference.strip() : "";
		List<Refusal> found = searched.isEmpty() ? this.refusals.newest(NEWEST)
				: this.refusals.find(searched).stream().toList();
		return new ModelAndView("launch/refusals", Map.of("page", new RefusalsPage(searched, lines(found))));
	}

	private List<RefusalsPage.Line> lines(List<Refusal> refusals) {
		Map<PlatformId, Registration> known = this.platforms.registrations()
			.stream()
			.collect(Collectors.toMap((registration) -> registration.platform().id(), Function.identity()));
		List<Proposal> waiting = this.proposals.waiting();
		return refusals.stream()
			.map((refusal) -> RefusalsPage.Line.of(refusal,
					(refusal.platform() != null) ? known.get(refusal.platform()) : null, waiting))
			.toList();
	}

	/** Its issuer, if that is an address of the LMS: with some LMSs it is only a name. */
	private static Optional<URI> address(Platform platform) {
		try {
			URI issuer = new URI(platform.issuer());
			return platform.enabled() && WebAddress.problem(platform.issuer()) == null
					&& WebAddress.origin(platform.authorizationEndpoint()).equals(WebAddress.origin(issuer))
							? Optional.of(issuer) : Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	/**
	 * What the template {@code launch/refused} needs.
	 *
	 * @param messageKey {@code .title} and {@code .text} follow it, for a refusal
	 * {@code .next} and {@code .staff} too
	 * @param quote what the LMS said, to be escaped; absent if it said nothing
	 * @param clocksApart how far the clock of the LMS is ahead of ours, behind if
	 * negative; absent if that did not matter
	 * @param refusal joins the page with the log; absent if nothing went wrong
	 * @param lms where the LMS itself is; absent if we can't be sure
	 */
	record RefusedPage(String messageKey, @Nullable String quote, @Nullable Duration clocksApart,
			@Nullable Refusal refusal, @Nullable URI lms) {
	}

	/**
	 * What the template {@code launch/refusals} needs.
	 *
	 * @param searched the reference that was looked for; empty if all are shown
	 * @param lines newest first
	 */
	record RefusalsPage(String searched, List<Line> lines) {

		/**
		 * One refusal.
		 *
		 * @param platform name of the LMS; absent if nobody knows which one it was
		 * @param proposal what the operator can accept, so that it is not refused again;
		 * absent if there is no such thing, or the platforms file alone says it
		 */
		record Line(Refusal refusal, @Nullable String platform, @Nullable Proposal proposal) {

			static Line of(Refusal refusal, @Nullable Registration registration, List<Proposal> waiting) {
				if (registration == null) {
					return new Line(refusal, null, null);
				}
				Proposal proposal = (registration.origin() == Platform.Origin.FILE) ? null
						: waiting.stream()
							.filter((waits) -> waits.platform().equals(refusal.platform())
									&& received(waits).text().equals(refusal.received()))
							.findFirst()
							.orElse(null);
				return new Line(refusal, registration.platform().name(), proposal);
			}

			private static Received received(Proposal proposal) {
				return (proposal.kind() == Proposals.Kind.SITE) ? Received.site(proposal.proposed())
						: Received.deployment(proposal.proposed());
			}

		}

	}

}
