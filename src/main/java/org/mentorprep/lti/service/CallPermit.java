package org.mentorprep.lti.service;

import java.net.URI;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Says whether an address may be called at this moment. Answered by those who know how
 * the LMS came to be registered; this room doesn't.
 */
@FunctionalInterface
public interface CallPermit {

	/** Asked before each call, of the token endpoint, too. */
	boolean mayBeCalled(ClientRegistration registration, URI address);

}
