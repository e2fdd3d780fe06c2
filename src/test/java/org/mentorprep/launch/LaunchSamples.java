package org.mentorprep.launch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.mentorprep.launch.CookieCheck.LoginAgainPage;
import org.mentorprep.launch.Refusals.Refusal;
import org.mentorprep.launch.RefusalsController.RefusalsPage;
import org.mentorprep.launch.RefusalsController.RefusedPage;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Proposals;
import org.mentorprep.platform.Proposals.Proposal;
import org.mentorprep.testing.Sample;

/** The pages around a launch, and the operator's page of refused ones. */
public final class LaunchSamples {

	private static final Instant MORNING = Instant.parse("2026-10-02T08:30:00Z");

	private static final Instant LAST_YEAR = Instant.parse("2025-11-20T08:30:00Z");

	private LaunchSamples() {
	}

	public static List<Sample> all() {
		return List.of(new Sample("refused", "launch/refused", refused("too-late", null, null, null)),
				new Sample("refused-quote", "launch/refused",
						refused("platform-error", "<b>login required</b>", null,
								URI.create("https://moodle.example/"))),
				new Sample("refused-clocks", "launch/refused",
						refused("clocks-apart", null, Duration.ofSeconds(-430), URI.create("https://moodle.example/"))),
				new Sample("visit", "launch/refused", new RefusedPage("launch.visit", null, null, null, null)),
				new Sample("one-more-click", "launch/one-more-click",
						new LoginAgainPage(URI.create("/lti/login?iss=x&login_hint=y"))),
				new Sample("operator-refusals", "launch/refusals", new RefusalsPage("", refusals())),
				new Sample("operator-refusals-none", "launch/refusals", new RefusalsPage("R7K2-QD4X", List.of())));
	}

	private static RefusedPage refused(String why, String quote, Duration apart, URI lms) {
		String messageKey = "launch.refused." + why;
		return new RefusedPage(messageKey, quote, apart,
				new Refusal("R7K2-QD4M", Instant.parse("2026-09-21T15:42:00Z"), "TOO_LATE", messageKey, null,
						"OpenID Connect core, 3.1.2.6: the LMS answered with an error",
						"iss=https://learn.northshire.example/ client_id=abc", "slash"),
				lms);
	}

	private static List<RefusalsPage.Line> refusals() {
		return List.of(
				new RefusalsPage.Line(new Refusal("R7K2-QD4M", MORNING, "TOO_LATE", "launch.refused.too-late", null,
						"The login was begun too long ago", null, null), "Northshire Moodle", null),
				new RefusalsPage.Line(
						new Refusal("H4WT-2ZP9", MORNING, "DEPLOYMENT_UNKNOWN", "launch.refused.deployment-unknown",
								null, "LTI 1.3 core, 3.1.3: the deployment is not part of the registration",
								"deployment_id=7", "deployment"),
						"Queen’s Park Canvas",
						new Proposal(new PlatformId(new UUID(0, 1)), Proposals.Kind.DEPLOYMENT, "7", MORNING)),
				new RefusalsPage.Line(new Refusal("K3PD-77WB", MORNING, "KNOWN", "platform.refused.known", null,
						"This LMS is registered already", null, null), null, null),
				new RefusalsPage.Line(
						new Refusal("W9E4-8JDZ", LAST_YEAR, "GONE", "launch.refused.gone", null,
								"OpenID Connect core, 3.1.3.7: the token was meant for somebody else", null, null),
						null, null));
	}

}
