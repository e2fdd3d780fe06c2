package org.mentorprep.lti.service;

import com.nimbusds.jose.jwk.RSAKey;

/**
 * Gives the tool's key that signs at this moment, so that a rotated key is in force at
 * once and this package never keeps one.
 */
@FunctionalInterface
public interface SigningKey {

	/** With its private part and key id. */
	RSAKey current();

}
