package org.mentorprep.lti.service;

import java.net.URI;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Tells whether an address may be called at this moment. The package that knows how the
 * LMS came to be registered implements it.
 */
@FunctionalInterface
public interface CallPermit {

	/** Called before each call, for the token endpoint, too. */
	boolean mayBeCalled(ClientRegistration registration, URI address);

}
