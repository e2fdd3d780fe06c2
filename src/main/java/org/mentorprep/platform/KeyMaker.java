package org.mentorprep.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.springframework.stereotype.Component;

/**
 * Makes key pairs as LTI asks for them: RS256 (1EdTech security framework 1.0, section
 * 6).
 */
@Component
class KeyMaker {

	/** At least 2048 bits (RFC 7518, section 3.3). */
	private static final int KEY_BITS = 2048;

	RSAKey make() {
		try {
			return new RSAKeyGenerator(KEY_BITS).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyIDFromThumbprint(true)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This Java runtime can't make RSA keys", ex);
		}
	}

}
