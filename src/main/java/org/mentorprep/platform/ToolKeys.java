package org.mentorprep.platform;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;

/** Our own keys: the one that signs, and what the LMSs may see. */
public interface ToolKeys {

	/** The key that signs now, with its private part, key id and algorithm RS256. */
	RSAKey signing();

	/** All published keys, public parts only. */
	JWKSet published();

}
