package org.mentorprep.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

import org.mentorprep.RetryOnContention;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Secret;

/**
 * The logins that wait for their launch. They are in the database, so that any node may
 * finish what another began, and so that each is finished once only.
 */
@Repository
class PendingLaunches {

	/** How the names of the cookies of a launch begin. */
	static final String COOKIES = "__Host-launch-";

	/** Long enough for the LMS to show its own login form in between. */
	static final Duration LIFE = Duration.ofMinutes(5);

	/**
	 * Late and spent rows stay as long as a session lives, to tell somebody slow, a
	 * reload, or a second click on one of our addresses from somebody who made one up.
	 */
	private static final Duration MEMORY = Duration.ofHours(8);

	/** How long the second of two equal launches waits for the first one. */
	private static final RetryTemplate FIRST_ONE = new RetryTemplate(RetryPolicy.builder()
		.includes(NoSuchElementException.class)
		.delay(Duration.ofMillis(50))
		.maxRetries(60)
		.build());

	private static final int SWEPT_AT_ONCE = 100;

	/** Fifty launches a second for half an hour; then the oldest are forgotten early. */
	private static final int MOST = 100_000;

	private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}");

	/** Of all threads, so many may wait for the first of two alike. */
	private final Semaphore waiting = new Semaphore(20);

	private final JdbcClient jdbc;

	private final Clock clock;

	PendingLaunches(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Begins a login that only the browser with this binding can finish.
	 * @param once names the address of ours that began it; absent if the LMS's own did
	 * @throws org.springframework.dao.DuplicateKeyException if that address began one
	 * before
	 */
	@RetryOnContention
	@Transactional
	public PendingLaunch begin(Platform platform, String binding, @Nullable String once) {
		sweep();
		PendingLaunch pending = new PendingLaunch(Secret.fresh(), Secret.fresh(), platform.id(), binding,
				this.clock.instant().plus(LIFE), false);
		this.jdbc.sql("""
				INSERT INTO pending_launch (state, nonce, platform, binding, once, expires_at)
				VALUES (:state, :nonce, :platform, :binding, :once, :expiresAt)""")
			.param("state", pending.state())
			.param("nonce", pending.nonce())
			.param("platform", pending.platform())
			.param("binding", binding)
			.param("once", (once != null) ? Secret.hash(once) : null)
			.param("expiresAt", pending.expiresAt())
			.update();
		return pending;
	}

	Optional<PendingLaunch> find(String state) {
		if (!STATE.matcher(state).matches()) {
			return Optional.empty();
		}
		return this.jdbc.sql("""
				SELECT state, nonce, platform, binding, expires_at, spent_at IS NOT NULL AS spent FROM pending_launch
				WHERE state = :state""").param("state", state).query(PendingLaunch.class).optional();
	}

	/**
	 * Whether this call, and no other, finished the login.
	 * @param token that finishes it; absent for an error of the LMS
	 */
	@RetryOnContention
	boolean spend(PendingLaunch pending, @Nullable String token) {
		return this.jdbc.sql("""
				UPDATE pending_launch SET spent_at = :now, spent_by = :token
				WHERE state = :state AND spent_at IS NULL""")
			.param("now", this.clock.instant())
			.param("token", (token != null) ? Secret.hash(token) : null)
			.param("state", pending.state())
			.update() == 1;
	}

	/** Saves whom a spent login signed in, and to which page it led. */
	@RetryOnContention
	void remember(PendingLaunch pending, LearnerId learner, String path) {
		this.jdbc.sql("UPDATE pending_launch SET learner = :learner, led_to = :path WHERE state = :state")
			.param("learner", learner)
			.param("path", path)
			.param("state", pending.state())
			.update();
	}

	/** Where a spent login led this learner; empty for everybody else. */
	Optional<String> ledTo(String state, LearnerId learner) {
		return this.jdbc
			.sql("SELECT led_to FROM pending_launch WHERE state = :state AND learner = :learner AND led_to IS NOT NULL")
			.param("state", state)
			.param("learner", learner)
			.query(String.class)
			.optional();
	}

	/**
	 * Where this very token led that finished the login; waits if it is just about to.
	 * Empty for any other token, and if it led nowhere.
	 */
	Optional<String> finishedBy(PendingLaunch pending, String token) {
		if (!isSpentBy(pending, token) || !this.waiting.tryAcquire()) {
			return Optional.empty();
		}
		try {
			return Optional.of(FIRST_ONE.invoke(() -> this.jdbc.sql(
					"SELECT led_to FROM pending_launch WHERE state = :state AND spent_by = :token AND led_to IS NOT NULL")
				.param("state", pending.state())
				.param("token", Secret.hash(token))
				.query(String.class)
				.optional()
				.orElseThrow()));
		}
		catch (NoSuchElementException ex) {
			return Optional.empty();
		}
		finally {
			this.waiting.release();
		}
	}

	private boolean isSpentBy(PendingLaunch pending, String token) {
		return this.jdbc.sql("SELECT COUNT(*) FROM pending_launch WHERE state = :state AND spent_by = :token")
			.param("state", pending.state())
			.param("token", Secret.hash(token))
			.query(Integer.class)
			.single() > 0;
	}

	/** The login that an address of ours began, and what became of it. */
	Optional<Begun> begunBy(String once) {
		return this.jdbc.sql("SELECT learner, led_to FROM pending_launch WHERE once = :once")
			.param("once", Secret.hash(once))
			.query(Begun.class)
			.optional();
	}

	/** Runs every minute, on one node. */
	@Bean
	static RecurringTask<Void> pendingLaunchesTask(PendingLaunches pendingLaunches) {
		return Tasks.recurring("launch.task.pending-launches", FixedDelay.ofMinutes(1))
			.execute((instance, context) -> pendingLaunches.bound());
	}

	void bound() {
		bound(MOST);
	}

	/** However many begin and never finish, no more than so many rows stay. */
	void bound(int most) {
		this.jdbc.sql("""
				SELECT expires_at FROM pending_launch ORDER BY expires_at DESC
				OFFSET :most ROWS FETCH FIRST 1 ROW ONLY""")
			.param("most", most)
			.query(Instant.class)
			.optional()
			.ifPresent((tooMany) -> this.jdbc.sql("DELETE FROM pending_launch WHERE expires_at <= :tooMany")
				.param("tooMany", tooMany)
				.update());
	}

	/**
	 * A few at each login: cheap, and never behind. Two statements: in one, H2 works the
	 * inner question out twice and deletes only what both answers share.
	 */
	private void sweep() {
		List<String> forgotten = this.jdbc.sql("""
				SELECT state FROM pending_launch WHERE expires_at < :forgotten
				ORDER BY expires_at FETCH FIRST :most ROWS ONLY FOR UPDATE SKIP LOCKED""")
			.param("forgotten", this.clock.instant().minus(MEMORY))
			.param("most", SWEPT_AT_ONCE)
			.query(String.class)
			.list();
		if (!forgotten.isEmpty()) {
			this.jdbc.sql("DELETE FROM pending_launch WHERE state IN (:states)").param("states", forgotten).update();
		}
	}

	/** In the frame of an LMS we are a third party: None, Secure and Partitioned. */
	static ResponseCookie cookie(String name, String value, Duration life) {
		return ResponseCookie.from(COOKIES + name, value)
			.path("/")
			.maxAge(life)
			.secure(true)
			.httpOnly(true)
			.sameSite("None")
			.partitioned(true)
			.build();
	}

	/**
	 * A login that an address of ours began.
	 *
	 * @param learner who was signed in by it; absent like {@code ledTo} if it was not
	 * finished
	 */
	record Begun(@Nullable LearnerId learner, @Nullable String ledTo) {

		/** Where it led this user; empty for everybody else. */
		Optional<String> ledTo(LaunchedUser user) {
			return Optional.ofNullable(this.ledTo).filter((path) -> user.learner().equals(this.learner));
		}

	}

	/**
	 * A login that waits for its launch. A cookie binds it to the browser that began it,
	 * so that a launch which a third person started signs nobody in as somebody else.
	 * Each login has a cookie of its own, so that several tabs don't disturb each other.
	 *
	 * @param binding what the secret in the browser's cookie must hash to
	 * @param spent whether its launch came already
	 */
	record PendingLaunch(String state, String nonce, PlatformId platform, String binding, Instant expiresAt,
			boolean spent) {

		boolean isLate(Instant now) {
			return !now.isBefore(this.expiresAt);
		}

		/** The cookie that holds the secret of the binding. */
		ResponseCookie cookie(String secret) {
			return PendingLaunches.cookie(cookieName(), secret, LIFE);
		}

		ResponseCookie cookieRemoval() {
			return PendingLaunches.cookie(cookieName(), "", Duration.ZERO);
		}

		/** Whether the request comes from the browser that began the login. */
		boolean isBoundTo(HttpServletRequest request) {
			String secret = secret(request);
			return secret != null && MessageDigest.isEqual(Secret.hash(secret).getBytes(StandardCharsets.US_ASCII),
					this.binding.getBytes(StandardCharsets.US_ASCII));
		}

		private @Nullable String secret(HttpServletRequest request) {
			var cookie = WebUtils.getCookie(request, COOKIES + cookieName());
			return (cookie != null) ? cookie.getValue() : null;
		}

		private String cookieName() {
			return this.state.substring(0, 8);
		}

	}

}
