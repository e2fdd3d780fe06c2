package org.mentorprep.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
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

}
