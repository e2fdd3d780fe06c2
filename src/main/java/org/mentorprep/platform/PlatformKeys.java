package org.mentorprep.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

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

	static final int SIZE_LIMIT = 64 * 1024;

	/** Twice the time-outs of a request and its one repetition. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	/** Unknown key ids cost the platform at most two requests in this time. */
	private static final Duration RATE_LIMIT = Duration.ofMinutes(1);

	/** How long known keys are trusted while the platform doesn't answer. */
	private static final Duration OUTAGE = Duration.ofDays(1);

	/** So many threads wait for the keys of a platform as long as it takes. */
	private static final int WAITING_EACH = 12;

	/** A whole class may come in together while a sound LMS answers. */
	private static final Duration MOMENT = Duration.ofSeconds(1);

	/** A clock that is only corrected moves by less. */
	private static final Duration CLOCK_WAS_SET = Duration.ofSeconds(30);

	private final LmsAddresses addresses;

	private final Duration timeToLive;

	private final Duration rateLimit;

	private final Map<PlatformId, Entry> entries = new ConcurrentHashMap<>();

	/** Threads that wait for the keys of any platform: the others serve the rest. */
	private final Semaphore waiting = new Semaphore(4 * WAITING_EACH);

	/** Threads that wait for a moment only. */
	private final Semaphore waitingAMoment = new Semaphore(5 * WAITING_EACH);

	private final LongSupplier wallClock;

	@Autowired
	PlatformKeys(LmsAddresses addresses) {
		this(addresses, Duration.ofMinutes(5), RATE_LIMIT);
	}

	PlatformKeys(LmsAddresses addresses, Duration timeToLive, Duration rateLimit) {
		this(addresses, timeToLive, rateLimit, System::currentTimeMillis);
	}

	PlatformKeys(LmsAddresses addresses, Duration timeToLive, Duration rateLimit, LongSupplier wallClock) {
		this.addresses = addresses;
		this.timeToLive = timeToLive;
		this.rateLimit = rateLimit;
		this.wallClock = wallClock;
	}

	/**
	 * Kept by the whole registration: when any of it changes, the old keys go with the
	 * old record. Nimbus goes by the wall clock; when that is set, it begins anew, or new
	 * keys would be found only when the clock is where it was.
	 */
	public JWKSource<SecurityContext> of(Platform platform) {
		long offset = this.wallClock.getAsLong() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
		return this.entries.compute(platform.id(), (id, known) -> (known != null && known.isOf(platform, offset))
				? known : new Entry(platform, source(platform), offset))
			.source();
	}

	private JWKSource<SecurityContext> source(Platform platform) {
		KeySetRequest request = new KeySetRequest(platform, this.addresses);
		JWKSource<SecurityContext> source = JWKSourceBuilder.create(request)
			.cache(this.timeToLive.toMillis(), PATIENCE.toMillis())
			.refreshAheadCache(false)
			.rateLimited(this.rateLimit.toMillis())
			.retrying(true)
			.outageTolerant(OUTAGE.toMillis())
			.build();
		return new Source(source, request);
	}

	private record Entry(Platform platform, JWKSource<SecurityContext> source, long offset) {

		boolean isOf(Platform platform, long offset) {
			return this.platform.equals(platform) && Math.abs(this.offset - offset) < CLOCK_WAS_SET.toMillis();
		}

	}

	/**
	 * Keys that were fetched a moment ago are found without waiting for anybody. Beyond
	 * that few threads wait for a platform; the others use what is known, or wait for the
	 * first moment after it was asked, and are refused. Tells a token with an unknown key
	 * id (nobody's fault but its sender's) from a platform whose keys can't be had:
	 * Nimbus reports both alike once the rate limit is reached.
	 */
	private final class Source implements JWKSource<SecurityContext> {

		private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

		private final JWKSource<SecurityContext> source;

		private final KeySetRequest request;

		private final Semaphore here = new Semaphore(WAITING_EACH);

		/** When somebody asked whom nobody else was before. */
		private volatile long askedAt;

		Source(JWKSource<SecurityContext> source, KeySetRequest request) {
			this.source = source;
			this.request = request;
		}

		@Override
		public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
			List<JWK> known = this.request.known(selector, PlatformKeys.this.timeToLive);
			if (!known.isEmpty()) {
				return known;
			}
			if (this.here.availablePermits() == WAITING_EACH) {
				this.askedAt = System.nanoTime();
			}
			if (this.here.tryAcquire()) {
				return askAndRelease(selector, context);
			}
			known = this.request.known(selector, OUTAGE);
			if (!known.isEmpty()) {
				return known;
			}
			if (!isMyTurnInAMoment()) {
				throw new KeySourceException("As many wait for the keys of this platform as may");
			}
			return askAndRelease(selector, context);
		}

		private List<JWK> askAndRelease(JWKSelector selector, @Nullable SecurityContext context)
				throws KeySourceException {
			try {
				if (!PlatformKeys.this.waiting.tryAcquire()) {
					return withoutAsking(selector);
				}
				try {
					return ask(selector, context);
				}
				finally {
					PlatformKeys.this.waiting.release();
				}
			}
			finally {
				this.here.release();
			}
		}

		private List<JWK> withoutAsking(JWKSelector selector) throws KeySourceException {
			List<JWK> known = this.request.known(selector, OUTAGE);
			if (known.isEmpty()) {
				throw new KeySourceException("As many wait for the keys of all platforms as may");
			}
			return known;
		}

		private boolean isMyTurnInAMoment() {
			if (!PlatformKeys.this.waitingAMoment.tryAcquire()) {
				return false;
			}
			try {
				long left = MOMENT.toNanos() - (System.nanoTime() - this.askedAt);
				return this.here.tryAcquire(left, TimeUnit.NANOSECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
			finally {
				PlatformKeys.this.waitingAMoment.release();
			}
		}

		private List<JWK> ask(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
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
