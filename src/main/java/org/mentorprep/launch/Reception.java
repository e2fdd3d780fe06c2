package org.mentorprep.launch;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mentorprep.launch.LaunchAuthentication.LaunchAttempt;
import org.mentorprep.launch.LaunchRecorder.Arrival;
import org.mentorprep.launch.LaunchRecorder.DeepLinkingRequested;
import org.mentorprep.lti.message.LtiMessage;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingRequest;
import org.mentorprep.lti.message.LtiMessage.ResourceLinkRequest;
import org.mentorprep.lti.message.LtiMessage.SubmissionReviewRequest;
import org.mentorprep.platform.Framing;

/**
 * Receives who passed every check, and leads each to what the message asks for: one way
 * for each kind of message.
 */
@Component
class Reception {

	private final LaunchRecorder arrivals;

	private final Links links;

	Reception(LaunchRecorder arrivals, Links links) {
		this.arrivals = arrivals;
		this.links = links;
	}

	LaunchAuthentication receive(LtiMessage message, LaunchAttempt attempt) {
		if (message instanceof DeepLinkingRequest request) {
			return placing(request, attempt);
		}
		if (message instanceof SubmissionReviewRequest request) {
			return reviewing(request, attempt);
		}
		Arrival arrival = this.arrivals.record(attempt.platform().id(), (ResourceLinkRequest) message);
		return signedIn(attempt, arrival, "/links/" + arrival.enrolment().link().id());
	}

	private LaunchAuthentication placing(DeepLinkingRequest request, LaunchAttempt attempt) {
		if (CourseRole.of(request.roles()) != CourseRole.STAFF) {
			throw new LaunchRefused(LaunchRefused.Reason.STAFF_ONLY,
					"Deep Linking 2.0, 4.4: asked for by nobody of the staff");
		}
		DeepLinkingRequested requested = this.arrivals.record(attempt.platform().id(), request);
		LaunchedUser user = user(attempt, requested.learner().person(), requested.learner().id(),
				requested.learner().name(), Map.of());
		return new LaunchAuthentication(attempt.platform().id(), user, "/deeplink/" + requested.request());
	}

	/** One's own work is one's own home; that of others is for course staff. */
	private LaunchAuthentication reviewing(SubmissionReviewRequest request, LaunchAttempt attempt) {
		boolean staff = CourseRole.of(request.roles()) == CourseRole.STAFF;
		if (!staff && !request.isOwn()) {
			throw new LaunchRefused(LaunchRefused.Reason.NOT_YOURS,
					"LTI submission review 1.0, 4: asked for somebody else by nobody of the staff");
		}
		Arrival arrival = this.arrivals.record(attempt.platform().id(), request.opened());
		LinkId link = arrival.enrolment().link().id();
		if (request.isOwn()) {
			return signedIn(attempt, arrival, "/links/" + link);
		}
		LearnerId learner = this.links.learnerBeside(link, request.forUser())
			.orElseThrow(() -> new LaunchRefused(LaunchRefused.Reason.NEVER_CAME,
					"LTI submission review 1.0, 4.2: for_user is no learner of this course"))
			.id();
		return signedIn(attempt, arrival, "/course/" + link + "/mentors/" + learner);
	}

	private static LaunchAuthentication signedIn(LaunchAttempt attempt, Arrival arrival, String destination) {
		Enrolment enrolment = arrival.enrolment();
		LaunchedUser user = user(attempt, enrolment.person(), enrolment.learner(), arrival.name(),
				Map.of(enrolment.link().id(), enrolment.role()));
		return new LaunchAuthentication(attempt.platform().id(), user, destination);
	}

	/** With the role in this link only: those in others are the session's business. */
	private static LaunchedUser user(LaunchAttempt attempt, PersonId person, LearnerId learner, @Nullable String name,
			Map<LinkId, CourseRole> roles) {
		return new LaunchedUser(person, learner, name, Framing.origin(attempt.platform()), roles);
	}

}
