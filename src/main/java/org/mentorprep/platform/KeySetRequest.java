package org.mentorprep.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the key set of one platform, and keeps of it what can check an RS256 signature.
 * Nimbus's own parser refuses a whole set for one bad entry; here a bad entry harms only
 * itself (RFC 7517, section 5: ignore keys not understood).
 */
class KeySetRequest implements JWKSetSource<SecurityContext> {

	static final int SIZE_LIMIT = 64 * 1024;

	private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

	private static final int READ_TIMEOUT_MILLIS = 5_000;

	/** RS256 needs a key of 2048 bits or more (RFC 7518, section 3.3). */
	private static final int MIN_KEY_BITS = 2048;

	private final Platform platform;

	private final LmsAddresses addresses;

	private final URI uri;

	private final DefaultResourceRetriever retriever = new WithoutRedirects();

	KeySetRequest(Platform platform, LmsAddresses addresses) {
		this.platform = platform;
		this.addresses = addresses;
		this.uri = platform.jwksUri();
		this.retriever.setHeaders(Map.of("Accept", List.of("application/json")));
	}

	@Override
	public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long currentTime, @Nullable SecurityContext context)
			throws JWKSetUnavailableException {
		return usable(fetch());
	}

	private String fetch() throws JWKSetRetrievalException {
		try {
			if (!this.addresses.mayBeCalled(this.platform.id(), this.uri)) {
				throw new IOException("it leads into a private network");
			}
			return this.retriever.retrieveResource(this.uri.toURL()).getContent();
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new JWKSetRetrievalException("No key set from " + this.uri + ": " + ex.getMessage(), ex);
		}
	}

	/** Refuses a set without a usable key, so that it can't push out the known keys. */
	private JWKSet usable(String json) throws JWKSetParseException {
		List<JWK> keys = new ArrayList<>();
		try {
			List<Object> entries = JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(json), "keys");
			for (Object entry : (entries != null) ? entries : List.of()) {
				RSAKey key = usableKey(entry);
				if (key != null) {
					keys.add(key);
				}
			}
		}
		catch (ParseException ex) {
			throw new JWKSetParseException("What " + this.uri + " answers is no key set", ex);
		}
		if (keys.isEmpty()) {
			throw new JWKSetParseException("No usable RSA key in the key set of " + this.uri,
					new ParseException("No usable RSA key", 0));
		}
		return new JWKSet(keys);
	}

	@SuppressWarnings("unchecked")
	private static @Nullable RSAKey usableKey(Object entry) {
		try {
			RSAKey key = RSAKey.parse((Map<String, Object>) entry).toPublicJWK();
			return (key.toRSAPublicKey().getModulus().bitLength() >= MIN_KEY_BITS) ? key : null;
		}
		catch (ParseException | JOSEException | RuntimeException ex) {
			return null;
		}
	}

	@Override
	public void close() {
		// Nothing stays open between two requests.
	}

	/**
	 * A registered URL is the only one we ask: a redirect could lead to a host nobody
	 * registered, or inside our own network.
	 */
	private static final class WithoutRedirects extends DefaultResourceRetriever {

		private WithoutRedirects() {
			super(CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, SIZE_LIMIT);
		}

		@Override
		protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
			HttpURLConnection connection = super.openHTTPConnection(url);
			connection.setInstanceFollowRedirects(false);
			return connection;
		}

	}

}
