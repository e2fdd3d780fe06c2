package org.mentorprep.lti.message;

import java.security.Key;
import java.security.PublicKey;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyConverter;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;

/**
 * Nimbus's selector, which decodes modulus and exponent of a key anew for each token: in
 * constant time, and so at length. What is kept hangs on the key that the source hands
 * out, and goes with it: how long a key is believed stays the source's affair.
 */
final class ConvertedKeys extends JWSVerificationKeySelector<SecurityContext> {

	private static final Cache<JWK, List<Key>> CONVERTED = Caffeine.newBuilder().weakKeys().maximumSize(1000).build();

	ConvertedKeys(JWKSource<SecurityContext> keys) {
		super(JWSAlgorithm.RS256, keys);
	}

	@Override
	public List<Key> selectJWSKeys(JWSHeader header, SecurityContext context) throws KeySourceException {
		JWKMatcher matcher = isAllowed(header.getAlgorithm()) ? createJWKMatcher(header) : null;
		if (matcher == null) {
			return List.of();
		}
		return getJWKSource().get(new JWKSelector(matcher), context)
			.stream()
			.flatMap((key) -> CONVERTED.get(key, ConvertedKeys::converted).stream())
			.toList();
	}

	private static List<Key> converted(JWK key) {
		return KeyConverter.toJavaKeys(List.of(key)).stream().filter(PublicKey.class::isInstance).toList();
	}

}
