package org.mentorprep.launch;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.LaunchAuthentication.LaunchAttempt;
import org.mentorprep.launch.LaunchRecorder.DeepLinkingRequested;
import org.mentorprep.launch.LaunchRecorder.Launch;
import org.mentorprep.launch.LaunchRefused.Received;
import org.mentorprep.launch.Learners.Learner;
import org.mentorprep.lti.message.IdTokenDecoder;
import org.mentorprep.lti.message.LtiMessage;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingRequest;
import org.mentorprep.lti.message.LtiMessage.ResourceLinkRequest;
import org.mentorprep.lti.message.LtiMessage.SubmissionReviewRequest;
import org.mentorprep.lti.message.MessageRefused;
import org.mentorprep.platform.Framing;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.PlatformKeys;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Proposals.Kind;
import org.mentorprep.platform.WebAddress;

/**
 * Checks the token, spends the login, records who came and says which page they go to: in
 * this order, one way for each kind of message. What can be refused by the message alone
 * is refused before the login is spent, so that a double click is told the same reason.
 */
@Component
class LaunchAuthenticator implements AuthenticationProvider {

	private static final String PICKER = "/deeplink/";

	private final PlatformKeys keys;

	private final PendingLaunches pendingLaunches;

	private final Platforms platforms;

	private final LaunchRecorder recorder;

	private final Links links;

	private final Clock clock;

	LaunchAuthenticator(PlatformKeys keys, PendingLaunches pendingLaunches, Platforms platforms,
			LaunchRecorder recorder, Links links, Clock clock) {
		this.keys = keys;
		this.pendingLaunches = pendingLaunches;
		this.platforms = platforms;
		this.recorder = recorder;
		this.links = links;
		this.clock = clock;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return LaunchAttempt.class.isAssignableFrom(authentication);
	}

	/**
	 * Who was launched, and to which page.
	 * @throws LaunchRefused if the launch failed a check
	 */
	@Override
	public LaunchAuthentication authenticate(Authentication authentication) {
		LaunchAttempt attempt = (LaunchAttempt) authentication;
		Platform platform = attempt.platform();
		if (!platform.letsIn()) {
			throw new LaunchRefused(LaunchRefused.Reason.PLATFORM_DISABLED, "The registration is not enabled");
		}
		LtiMessage message = decode(attempt);
		this.platforms.propose(platform, Kind.SITE, message.addresses().map(WebAddress::origin).toList());
		refuseElsewhere(message, attempt);
		refuseOthers(message, platform);
		if (!this.pendingLaunches.spend(attempt.pending(), attempt.getCredentials())) {
			return finishedBefore(attempt, message);
		}
		this.platforms.launched(platform);
		if (message instanceof DeepLinkingRequest request) {
			return chooseContent(request, platform);
		}
		if (message instanceof SubmissionReviewRequest request) {
			return review(request, platform);
		}
		Launch launch = this.recorder.record(platform.id(), (ResourceLinkRequest) message, role(message, platform));
		return signedIn(launch, message, platform, "/links/" + launch.enrolment().link().id());
	}

	/**
	 * The same token from the same browser once more, at once or because the answer got
	 * lost: it leads where the first one led, and may do what that one may.
	 */
	private LaunchAuthentication finishedBefore(LaunchAttempt attempt, LtiMessage message) {
		Platform platform = attempt.platform();
		String path = this.pendingLaunches.finishedBy(attempt.pending(), attempt.getCredentials()).orElse(null);
		Learner learner = this.recorder.known(platform.id(), message.user()).orElse(null);
		if (path == null || learner == null) {
			throw new LaunchRefused(LaunchRefused.Reason.ALREADY_USED,
					"The same login was finished by another request");
		}
		Map<LinkId, CourseRole> roles = LinkId.ofPath(path)
			.map((link) -> Map.of(link, role(message, platform)))
			.orElse(Map.of());
		Set<UUID> requests = (message instanceof DeepLinkingRequest)
				? Set.of(UUID.fromString(path.substring(PICKER.length()))) : Set.of();
		return new LaunchAuthentication(platform.id(),
				user(learner.person(), learner.id(), learner.name(), platform, Map.of()).with(roles, requests), path,
				wayBack(message, platform));
	}

	private LtiMessage decode(LaunchAttempt attempt) {
		Platform platform = attempt.platform();
		try {
			return new IdTokenDecoder(platform.registration(), platform.deploymentIds(), this.keys.of(platform),
					this.clock)
				.read(attempt.getCredentials(), attempt.pending().nonce());
		}
		catch (MessageRefused ex) {
			throw refused(ex, platform);
		}
	}

	/** Of a token that is good in all else the deployment is proposed to the operator. */
	private LaunchRefused refused(MessageRefused refused, Platform platform) {
		LaunchRefused.Reason reason = reason(refused.reason());
		String clause = String.valueOf(refused.getMessage());
		String received = refused.received();
		if (reason == LaunchRefused.Reason.DEPLOYMENT_UNKNOWN && received != null) {
			this.platforms.propose(platform, Kind.DEPLOYMENT, List.of(received));
			return new LaunchRefused(reason, clause, Received.deployment(received));
		}
		return new LaunchRefused(reason, clause, received, refused.clocksApart());
	}

	/**
	 * At a site that nobody confirmed yet our page would stay empty in its frame, and a
	 * choice must not be sent there.
	 */
	private static void refuseElsewhere(LtiMessage message, LaunchAttempt attempt) {
		URI back = message.returnUrl();
		if (back == null || attempt.platform().holds(back)) {
			return;
		}
		String site = WebAddress.origin(back);
		boolean choice = message instanceof DeepLinkingRequest;
		if (PlatformEntry.problemOfSite(site) == null && (choice || attempt.framed())) {
			throw new LaunchRefused(LaunchRefused.Reason.SITE_UNKNOWN,
					"LTI 1.3 core, 5.4.4, Deep Linking 2.0, 4.4.1: the return address is at no site of the registration",
					Received.site(site));
		}
		if (choice) {
			throw new LaunchRefused(LaunchRefused.Reason.TOKEN_REFUSED,
					"Deep Linking 2.0, 4.4.1: deep_link_return_url is at no site that we would trust");
		}
	}

	/** Whoever asks for something that their role does not give. */
	private void refuseOthers(LtiMessage message, Platform platform) {
		if (message instanceof DeepLinkingRequest && !platform.roles().mayPlace(message.roles())) {
			throw new LaunchRefused(LaunchRefused.Reason.STAFF_ONLY,
					"Deep Linking 2.0, 4.4: no role of the user may place something");
		}
		if (message instanceof SubmissionReviewRequest review && !review.isOwn()
				&& role(message, platform) != CourseRole.STAFF) {
			throw new LaunchRefused(LaunchRefused.Reason.NOT_YOURS,
					"LTI submission review 1.0, 4: for_user is somebody else, the user not of the course staff");
		}
	}

	private static LaunchRefused.Reason reason(MessageRefused.Reason reason) {
		return switch (reason) {
			case KEYS -> LaunchRefused.Reason.KEYS_UNREACHABLE;
			case CLOCK -> LaunchRefused.Reason.CLOCKS_APART;
			case TOKEN -> LaunchRefused.Reason.TOKEN_REFUSED;
			case DEPLOYMENT -> LaunchRefused.Reason.DEPLOYMENT_UNKNOWN;
			case MESSAGE_TYPE -> LaunchRefused.Reason.MESSAGE_TYPE_UNKNOWN;
		};
	}

	private LaunchAuthentication chooseContent(DeepLinkingRequest request, Platform platform) {
		DeepLinkingRequested requested = this.recorder.record(platform.id(), request, role(request, platform));
		Learner learner = requested.learner();
		return new LaunchAuthentication(platform.id(),
				user(learner.person(), learner.id(), learner.name(), platform, Map.of()).with(Map.of(),
						Set.of(requested.request())),
				PICKER + requested.request(), wayBack(request, platform));
	}

	/** Own work is shown on the own home page; that of others to course staff only. */
	private LaunchAuthentication review(SubmissionReviewRequest request, Platform platform) {
		Launch launch = this.recorder.record(platform.id(), request.opened(), role(request, platform));
		LinkId link = launch.enrolment().link().id();
		if (request.isOwn()) {
			return signedIn(launch, request, platform, "/links/" + link);
		}
		LearnerId learner = this.links.learnerBeside(link, request.forUser())
			.orElseThrow(() -> new LaunchRefused(LaunchRefused.Reason.NEVER_CAME,
					"LTI submission review 1.0, 4.2: for_user is no learner of this course"))
			.id();
		return signedIn(launch, request, platform, "/course/" + link + "/mentors/" + learner);
	}

	/** What somebody is in the course, by the roles that count for this registration. */
	private CourseRole role(LtiMessage message, Platform platform) {
		return CourseRole.of(platform.roles().rights(message.roles()));
	}

	/** An address that leads elsewhere is worth no refusal: there is just no way back. */
	private static @Nullable URI wayBack(LtiMessage message, Platform platform) {
		URI back = message.returnUrl();
		return (back != null && platform.holds(back)) ? back : null;
	}

	private static LaunchAuthentication signedIn(Launch launch, LtiMessage message, Platform platform,
			String destination) {
		Enrolment enrolment = launch.enrolment();
		return new LaunchAuthentication(platform.id(), user(enrolment.person(), enrolment.learner(), launch.name(),
				platform, Map.of(enrolment.link().id(), enrolment.role())), destination, wayBack(message, platform));
	}

	/** With the role in this link only: {@link LaunchSessions} adds those in others. */
	private static LaunchedUser user(PersonId person, LearnerId learner, @Nullable String name, Platform platform,
			Map<LinkId, CourseRole> roles) {
		return new LaunchedUser(person, learner, name, Framing.origins(platform), roles, Set.of());
	}

}
