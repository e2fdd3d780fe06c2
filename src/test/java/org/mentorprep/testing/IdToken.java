package org.mentorprep.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * An id_token in the making: header and claims lie open, so that a test can spoil what a
 * library would refuse to sign.
 */
public final class IdToken {

	public final Map<String, Object> header = new LinkedHashMap<>(
			Map.of("typ", "JWT", "alg", "RS256", "kid", TestPlatform.KEY.getKeyID()));

	public final Map<String, Object> claims;

	public RSAKey key = TestPlatform.KEY;

	/** Signed instead of the claims, if set: what no library would write. */
	public String payload;

	/** Sent instead of the token, if set. */
	public String instead;

	public IdToken(Map<String, Object> claims) {
		this.claims = new LinkedHashMap<>(claims);
	}

	/** The same for somebody, somewhere, as something in particular. */
	public IdToken of(String sub, String resourceLink, String role) {
		this.claims.put("sub", sub);
		this.claims.put(TestPlatform.LTI + "resource_link", Map.of("id", resourceLink));
		this.claims.put(TestPlatform.LTI + "roles", List.of(TestPlatform.MEMBERSHIP + role));
		return this;
	}

	/** The same in another course. */
	public IdToken in(String course) {
		this.claims.put(TestPlatform.LTI + "context", Map.of("id", course));
		return this;
	}

	/** As it goes over the wire, signed as the header says. */
	public String serialize() {
		if (this.instead != null) {
			return this.instead;
		}
		String signed = encoded(JSONObjectUtils.toJSONString(this.header)) + "."
				+ encoded((this.payload != null) ? this.payload : JSONObjectUtils.toJSONString(this.claims));
		try {
			return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(signed));
		}
		catch (GeneralSecurityException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] signature(String signed) throws GeneralSecurityException, JOSEException {
		byte[] bytes = signed.getBytes(StandardCharsets.US_ASCII);
		switch (String.valueOf(this.header.get("alg"))) {
			case "none" -> {
				return new byte[0];
			}
			case "HS256" -> {
				Mac mac = Mac.getInstance("HmacSHA256");
				mac.init(new SecretKeySpec(this.key.toRSAPublicKey().getEncoded(), "HmacSHA256"));
				return mac.doFinal(bytes);
			}
			default -> {
				Signature signature = Signature
					.getInstance("RS384".equals(this.header.get("alg")) ? "SHA384withRSA" : "SHA256withRSA");
				signature.initSign(this.key.toRSAPrivateKey());
				signature.update(bytes);
				return signature.sign();
			}
		}
	}

	private static String encoded(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
