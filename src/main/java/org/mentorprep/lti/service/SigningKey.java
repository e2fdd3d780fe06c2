package org.mentorprep.lti.service;

import com.nimbusds.jose.jwk.RSAKey;

/**
 * Hands out the tool's key that signs at this moment, so that a rotated key is in force
 * at once and this room never keeps one.
 */
@FunctionalInterface
public interface SigningKey {

	/** With its private part and key id. */
	RSAKey current();

}
