package practicelms.launch;

import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** The key pair of the practice LMS, in memory only. */
public class SigningKey {

	private volatile RSAKey key = newKey();

	/** Replaces the key at once and without overlap, the only way Moodle knows. */
	public void replace() {
		this.key = newKey();
	}

	String kid() {
		return this.key.getKeyID();
	}

	JWSSigner signer() throws JOSEException {
		return new RSASSASigner(this.key);
	}

	Map<String, Object> publicKeys() {
		return new JWKSet(this.key.toPublicJWK()).toJSONObject();
	}

	private static RSAKey newKey() {
		try {
			String kid = UUID.randomUUID().toString().replace("-", "").substring(0, 20);
			return new RSAKeyGenerator(2048).keyID(kid)
				.keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
