package org.mentorprep.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The keys by which platforms sign: cached, rate-limited, outage-tolerant, one source a
 * registration. A source answers an empty list for a key it doesn't know, and throws
 * {@link KeySourceException} only if the platform's keys can't be had at all.
 */
@Component
public class PlatformKeys {

	static final int SIZE_LIMIT = 64 * 1024;

	/** Twice the time-outs of a request and its one repetition. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	/** Unknown key ids cost the platform at most two requests in this time. */
	private static final Duration RATE_LIMIT = Duration.ofMinutes(1);

	/** How long known keys are trusted while the platform doesn't answer. */
	private static final Duration OUTAGE = Duration.ofDays(1);

	private final LmsAddresses addresses;

	private final Duration timeToLive;

	private final Duration rateLimit;

	private final Map<PlatformId, Entry> entries = new ConcurrentHashMap<>();

	@Autowired
	PlatformKeys(LmsAddresses addresses) {
		this(addresses, Duration.ofMinutes(5), RATE_LIMIT);
	}

	PlatformKeys(LmsAddresses addresses, Duration timeToLive, Duration rateLimit) {
		this.addresses = addresses;
		this.timeToLive = timeToLive;
		this.rateLimit = rateLimit;
	}

	/**
	 * Kept by the whole registration: when any of it changes, the old keys go with the
	 * old record.
	 */
	public JWKSource<SecurityContext> of(Platform platform) {
		return this.entries.compute(platform.id(), (id, known) -> (known != null && known.platform().equals(platform))
				? known : new Entry(platform, source(platform)))
			.source();
	}

	private JWKSource<SecurityContext> source(Platform platform) {
		JWKSource<SecurityContext> source = JWKSourceBuilder.create(new KeySetRequest(platform, this.addresses))
			.cache(this.timeToLive.toMillis(), PATIENCE.toMillis())
			.refreshAheadCache(false)
			.rateLimited(this.rateLimit.toMillis())
			.retrying(true)
			.outageTolerant(OUTAGE.toMillis())
			.build();
		return new Source(source);
	}

	private record Entry(Platform platform, JWKSource<SecurityContext> source) {
	}

	/**
	 * Tells a token with an unknown key id (nobody's fault but its sender's) from a
	 * platform whose keys can't be had: Nimbus reports both alike once the rate limit is
	 * reached.
	 */
	private record Source(JWKSource<SecurityContext> source) implements JWKSource<SecurityContext> {

		private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

		@Override
		public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
			try {
				return this.source.get(selector, context);
			}
			catch (RateLimitReachedException ex) {
				// Throws as well if no key at all is at hand.
				this.source.get(ANY, context);
				return List.of();
			}
		}

	}

	/**
	 * Fetches the key set of one platform, and keeps of it what can check an RS256
	 * signature. Nimbus's own parser refuses a whole set for one bad entry; here a bad
	 * entry harms only itself (RFC 7517, section 5: ignore keys not understood).
	 */
	private static final class KeySetRequest implements JWKSetSource<SecurityContext> {

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
		public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long currentTime,
				@Nullable SecurityContext context) throws JWKSetUnavailableException {
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

		/**
		 * Refuses a set without a usable key, so that it can't push out the known keys.
		 */
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

}
