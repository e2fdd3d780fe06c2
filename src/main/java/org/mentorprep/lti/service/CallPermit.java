package org.mentorprep.lti.service;

import java.net.URI;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Tells whether an address may be called at this moment. The package that knows how the
 * LMS came to be registered implements it.
 */
@FunctionalInterface
public interface CallPermit {

	/** Metadata of a registration: the origins at which services of the LMS may be. */
	String SITES = "sites";

	/**
	 * Metadata of a registration: in whose name a token is asked for, if not the token
	 * endpoint's (LTI Dynamic Registration 1.0, section 3.2, 'authorization_server').
	 */
	String TOKEN_AUDIENCE = "token-audience";

	/** Called before each call, for the token endpoint, too. */
	boolean mayBeCalled(ClientRegistration registration, URI address);

}
