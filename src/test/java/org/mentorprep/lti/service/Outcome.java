package org.mentorprep.lti.service;

import java.net.URI;
import java.time.Duration;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

import org.mentorprep.lti.service.ServiceFailed.Reason;

/**
 * What came of posting a score.
 *
 * @param reason null if it was accepted
 */
record Outcome(Reason reason, Duration retryAfter) {

	static final Outcome ACCEPTED = new Outcome(null, null);

	static Outcome failed(Reason reason) {
		return new Outcome(reason, null);
	}

	static Outcome later(Duration retryAfter) {
		return new Outcome(Reason.TRY_LATER, retryAfter);
	}

	/** Posts a score. */
	static Outcome of(ScoreClient client, ClientRegistration registration, URI lineItem) {
		try {
			client.post(registration, lineItem, FaultyLms.score());
			return ACCEPTED;
		}
		catch (ServiceFailed ex) {
			return new Outcome(ex.reason(), ex.retryAfter());
		}
	}

}
