package org.mentorprep.web;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

import org.mentorprep.platform.Platforms;
import org.mentorprep.web.RateLimitFilter.LimitedEndpoint;

/**
 * One bucket of tokens for each endpoint and network, for logins of registered issuers
 * one for each issuer too. They are in the memory of this node, and bounded: very many
 * addresses get fresh buckets, but take no more memory.
 */
@Component
class RateLimits {

	private static final String ALL = "all";

	/** Logins of a network are read only up to this many times the limit of one LMS. */
	private static final int LMSS_AT_ONCE = 4;

	private static final int MOST_BUCKETS = 50_000;

	private final LimitProperties properties;

	/**
	 * Of which issuers there is a registration: their logins get the generous limit. All
	 * are read at once, every few seconds and beside the requests, so that made-up
	 * issuers cost no SQL.
	 */
	private final LoadingCache<String, Set<String>> issuers;

	private final TimeMeter time;

	private final Cache<BucketKey, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(MOST_BUCKETS)
		.expireAfterAccess(Duration.ofMinutes(10))
		.build();

	@Autowired
	RateLimits(LimitProperties properties, Platforms platforms) {
		this(properties, platforms, TimeMeter.SYSTEM_NANOTIME);
	}

	/**
	 * @param time that only goes forward: a wall clock that is set back would keep a
	 * school out until it is where it was
	 */
	RateLimits(LimitProperties properties, Platforms platforms, TimeMeter time) {
		this.properties = properties;
		this.issuers = Caffeine.newBuilder()
			.refreshAfterWrite(Duration.ofSeconds(10))
			.build((all) -> platforms.issuers());
		this.time = time;
	}

	/**
	 * Takes a token, or says how long it is until there is one again.
	 * @return zero if the request may go on
	 */
	Duration untilNext(LimitedEndpoint endpoint, String network) {
		return take(new BucketKey(endpoint, network, "", Kind.ANY));
	}

	/**
	 * The same for a login that was read.
	 * @param issuer that the login names
	 */
	Duration untilNextLogin(String network, String issuer) {
		boolean known = this.issuers.get(ALL).contains(issuer);
		// A made-up issuer must not make a bucket of its own.
		return take(
				new BucketKey(LimitedEndpoint.LOGIN, network, known ? issuer : "", known ? Kind.KNOWN : Kind.UNKNOWN));
	}

	private Duration take(BucketKey key) {
		return Duration
			.ofNanos(this.buckets.get(key, this::bucket).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
	}

	private Bucket bucket(BucketKey key) {
		return switch (key.endpoint()) {
			case LOGIN -> login(key.kind());
			case LAUNCH -> perSecond(this.properties.launchesPerSecond());
			case REGISTER -> perMinute(this.properties.registrationsPerMinute());
			case SIGN_IN -> perMinute(this.properties.signInsPerMinute());
		};
	}

	private Bucket login(Kind kind) {
		return switch (kind) {
			case ANY -> perSecond(LMSS_AT_ONCE * this.properties.launchesPerSecond());
			case KNOWN -> perSecond(this.properties.launchesPerSecond());
			case UNKNOWN -> perMinute(this.properties.unknownPerMinute());
		};
	}

	private Bucket perSecond(int tokens) {
		return bucket(tokens, Duration.ofSeconds(1));
	}

	private Bucket perMinute(int tokens) {
		return bucket(tokens, Duration.ofMinutes(1));
	}

	private Bucket bucket(int tokens, Duration period) {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(tokens).refillGreedy(tokens, period))
			.withCustomTimePrecision(this.time)
			.build();
	}

	private record BucketKey(LimitedEndpoint endpoint, String network, String issuer, Kind kind) {
	}

	/** Of whom a request is. */
	private enum Kind {

		/** Nobody looked yet. */
		ANY,

		/** Of an LMS that is registered. */
		KNOWN,

		/** Of one that nobody registered. */
		UNKNOWN

	}

	/**
	 * How many requests one network may send.
	 *
	 * @param enabled whether anything is limited at all
	 * @param launchesPerSecond logins of one registered issuer, and launches; generous,
	 * as a whole school may stand behind one address
	 * @param unknownPerMinute logins of issuers that nobody registered
	 * @param registrationsPerMinute openings of the registration page
	 * @param signInsPerMinute attempts to sign in at /operator
	 */
	@Validated
	@ConfigurationProperties("mentorprep.limits")
	record LimitProperties(@DefaultValue("true") boolean enabled, @Positive @DefaultValue("50") int launchesPerSecond,
			@Positive @DefaultValue("20") int unknownPerMinute,
			@Positive @DefaultValue("10") int registrationsPerMinute,
			@Positive @DefaultValue("5") int signInsPerMinute) {
	}

}
