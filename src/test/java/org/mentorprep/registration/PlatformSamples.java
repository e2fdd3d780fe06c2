package org.mentorprep.registration;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms.Registration;
import org.mentorprep.platform.Proposals;
import org.mentorprep.platform.Proposals.Proposal;
import org.mentorprep.platform.RoleMapping;
import org.mentorprep.platform.ToolUrl;
import org.mentorprep.registration.Invitations.Invitation;
import org.mentorprep.registration.Invitations.MadeInvitation;
import org.mentorprep.registration.PlatformForm.NewPlatformPage;
import org.mentorprep.registration.PlatformPage.PlatformRow;
import org.mentorprep.registration.PlatformPage.PlatformsPage;
import org.mentorprep.registration.PlatformPage.ToolAddresses;
import org.mentorprep.registration.RegistrationController.RegisteredPage;
import org.mentorprep.registration.RegistrationController.UnregisteredPage;
import org.mentorprep.testing.Sample;

/** The operator's pages of platforms, and those of a registration, as they can look. */
public final class PlatformSamples {

	private static final Instant BEFORE = Instant.parse("2026-09-03T09:00:00Z");

	private static final Instant TODAY = Instant.parse("2026-10-02T08:40:00Z");

	private static final ToolAddresses TOOL = ToolAddresses.of(new ToolUrl("https://mentors.northshire.example"));

	private PlatformSamples() {
	}

	public static List<Sample> all() {
		return List.of(new Sample("platforms", "registration/platforms", platforms()),
				new Sample("platforms-none", "registration/platforms",
						new PlatformsPage(List.of(), List.of(), null, InvitationForm.empty(), Map.of())),
				new Sample("platforms-problem", "registration/platforms", problem()),
				new Sample("platform-pending", "registration/platform",
						page("Queen’s Park Moodle", Platform.Origin.DYNAMIC, Platform.State.PENDING, null)),
				new Sample("platform-file", "registration/platform",
						page("Practice LMS", Platform.Origin.FILE, Platform.State.ENABLED, TODAY)),
				new Sample("platform-new", "registration/new",
						new NewPlatformPage(PlatformForm.empty(), Map.of(), TOOL)),
				new Sample("platform-new-problem", "registration/new", spoiled()),
				new Sample("registered", "registration/registered",
						new RegisteredPage("Hartley Hill Moodle", "moodle", "https://learn.hartley.example", true)),
				new Sample("registered-other", "registration/registered",
						new RegisteredPage("Queen’s Park Canvas", "other", "https://queenspark.example", false)),
				new Sample("unregistered", "registration/unregistered",
						new UnregisteredPage("registration.refused.configuration",
								List.of("token_endpoint", "jwks_uri"), null, "R7K2-QD4M")),
				new Sample("unregistered-quote", "registration/unregistered", new UnregisteredPage(
						"registration.refused.turned-down", List.of(), "<b>Incorrect scope</b>", "R7K2-QD4M")));
	}

	private static PlatformsPage platforms() {
		List<PlatformRow> rows = List.of(
				row("Northshire Moodle", Platform.Origin.DYNAMIC, Platform.State.ENABLED, TODAY),
				row("St Brigid’s Moodle", Platform.Origin.BY_HAND, Platform.State.ENABLED, BEFORE),
				row("Queen’s Park Canvas", Platform.Origin.DYNAMIC, Platform.State.PENDING, null),
				row("Practice LMS", Platform.Origin.FILE, Platform.State.ENABLED, TODAY),
				row("Old Northshire Moodle", Platform.Origin.FILE, Platform.State.DISABLED, BEFORE));
		MadeInvitation made = new MadeInvitation("Hartley Hill Moodle", TODAY, URI.create(
				"https://mentors.northshire.example/lti/register?invitation=qD7Zr0s8Yc2dXw5hJ3nVtB6mKfPgL9aEuQoRiT1yM2M"));
		return new PlatformsPage(rows, List.of(invitation()), made, InvitationForm.empty(), Map.of());
	}

	private static PlatformsPage problem() {
		InvitationForm form = new InvitationForm("", "not a host");
		return new PlatformsPage(List.of(), List.of(invitation()), null, form,
				Map.of("name", PlatformForm.EMPTY, "host", "registration.problem.no-host"));
	}

	private static NewPlatformPage spoiled() {
		PlatformForm form = new PlatformForm("Northshire Moodle", "http://learn.northshire.example", "", "1\n1", "",
				"https://learn.northshire.example/mod/lti/token.php#top", "learn.northshire.example", "",
				"https://learn.northshire.example/course");
		Map<String, String> problems = new LinkedHashMap<>();
		problems.put("issuer", "registration.problem.plain-http");
		problems.put("clientId", PlatformForm.EMPTY);
		problems.put("deploymentIds", "registration.problem.twice");
		problems.put("jwksUri", PlatformForm.EMPTY);
		problems.put("tokenEndpoint", "registration.problem.fragment");
		problems.put("authorizationEndpoint", "registration.problem.no-https");
		problems.put("sites", "registration.problem.no-site");
		return new NewPlatformPage(form, problems, TOOL);
	}

	private static Invitation invitation() {
		return new Invitation(new UUID(0, 2), "Hartley Hill Moodle", "learn.hartley.example", TODAY);
	}

	private static PlatformRow row(String name, Platform.Origin origin, Platform.State state, @Nullable Instant last) {
		return PlatformRow.of(registration(name, origin, state, last), (last != null) ? 0 : 2);
	}

	private static PlatformPage page(String name, Platform.Origin origin, Platform.State state,
			@Nullable Instant last) {
		Registration registration = registration(name, origin, state, last);
		PlatformId id = registration.platform().id();
		List<Proposal> waiting = List.of(
				new Proposal(id, Proposals.Kind.SITE, "https://queenspark.instructure.com", TODAY),
				new Proposal(id, Proposals.Kind.DEPLOYMENT, "7:d8a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3", TODAY));
		return PlatformPage.of(registration, waiting, SitesForm.of(registration.platform()), Map.of(),
				RoleMapping.of("institution#Instructor: staff"), null);
	}

	private static Registration registration(String name, Platform.Origin origin, Platform.State state,
			@Nullable Instant last) {
		URI lms = URI.create("https://learn." + Math.abs(name.hashCode() % 100) + ".northshire.example");
		return new Registration(new Platform(new PlatformId(new UUID(0, 1)), name, lms.toString(), "c2Jv4kPq9tXwZ7a",
				Set.of("1"), lms.resolve("/mod/lti/auth.php"), lms.resolve("/mod/lti/token.php"),
				lms.resolve("/mod/lti/certs.php"), state), origin, BEFORE, last);
	}

}
