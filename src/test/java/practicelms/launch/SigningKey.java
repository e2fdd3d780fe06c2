package practicelms.launch;

import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

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

	/** Signs anything that is not a launch. */
	public String sign(JWTClaimsSet claims) {
		try {
			SignedJWT jwt = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(kid()).build(), claims);
			jwt.sign(signer());
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether this key signed it. */
	public boolean signed(SignedJWT jwt) {
		try {
			return jwt.verify(new RSASSAVerifier(this.key));
		}
		catch (JOSEException ex) {
			return false;
		}
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
