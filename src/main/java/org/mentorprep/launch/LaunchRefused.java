package org.mentorprep.launch;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/**
 * A login or launch was refused. The message goes to the log and holds nothing that came
 * from outside; what the page may quote is kept apart from it.
 */
class LaunchRefused extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final @Nullable String quote;

	private final @Nullable Duration clocksApart;

	LaunchRefused(Reason reason, String cause) {
		this(reason, cause, null);
	}

	LaunchRefused(Reason reason, String cause, @Nullable String quote) {
		this(reason, cause, quote, null);
	}

	LaunchRefused(Reason reason, String cause, @Nullable String quote, @Nullable Duration clocksApart) {
		super(cause);
		this.reason = reason;
		this.quote = quote;
		this.clocksApart = clocksApart;
	}

	Reason reason() {
		return this.reason;
	}

	/** What the LMS said, for the page only. */
	@Nullable String quote() {
		return this.quote;
	}

	/** How far the clock of the LMS is ahead of ours, behind if negative. */
	@Nullable Duration clocksApart() {
		return this.clocksApart;
	}

	/**
	 * Why a login or launch was refused. Each reason has its status and its message key,
	 * with {@code .title}, {@code .text} (what happened), {@code .next} (what to do now)
	 * and {@code .staff} (for whoever looks after the course).
	 */
	enum Reason {

		/** A parameter is missing or doubled (OpenID Connect core, section 4). */
		MALFORMED(HttpStatus.BAD_REQUEST, "launch.refused.malformed"),

		/** A parameter is longer than what can be passed on in an address. */
		TOO_LONG(HttpStatus.BAD_REQUEST, "launch.refused.too-long"),

		/** The window of its own that this login leads to was opened before. */
		OPENED_BEFORE(HttpStatus.CONFLICT, "launch.refused.opened-before"),

		/** Others wrote the same for so long that this launch gave up. */
		BUSY(HttpStatus.SERVICE_UNAVAILABLE, "launch.refused.busy"),

		/** Nobody registered this issuer, or this client id of it. */
		PLATFORM_UNKNOWN(HttpStatus.BAD_REQUEST, "launch.refused.platform-unknown"),

		/** The issuer has several registrations and the login names none. */
		PLATFORM_AMBIGUOUS(HttpStatus.BAD_REQUEST, "launch.refused.platform-ambiguous"),

		/** The registration waits for an operator, or was switched off. */
		PLATFORM_DISABLED(HttpStatus.FORBIDDEN, "launch.refused.platform-disabled"),

		/** No such login is known: never begun here, or long ago. */
		STATE_UNKNOWN(HttpStatus.UNAUTHORIZED, "launch.refused.state-unknown"),

		/** The login was finished before: a reload, Back, a double click. */
		ALREADY_USED(HttpStatus.UNAUTHORIZED, "launch.refused.already-used"),

		/** The login waited too long for its launch. */
		TOO_LATE(HttpStatus.UNAUTHORIZED, "launch.refused.too-late"),

		/** The cookie that binds the login to the browser did not come back. */
		COOKIE_BLOCKED(HttpStatus.UNAUTHORIZED, "launch.refused.cookie-blocked"),

		/** The LMS answered the login with an error. */
		PLATFORM_ERROR(HttpStatus.UNAUTHORIZED, "launch.refused.platform-error"),

		/** The token can't be believed. */
		TOKEN_REFUSED(HttpStatus.UNAUTHORIZED, "launch.refused.token-refused"),

		/** The token is good, but by our clock it is over or not yet valid. */
		CLOCKS_APART(HttpStatus.UNAUTHORIZED, "launch.refused.clocks-apart"),

		/** The token is good, but its deployment is not part of the registration. */
		DEPLOYMENT_UNKNOWN(HttpStatus.FORBIDDEN, "launch.refused.deployment-unknown"),

		/** The token is good, but asks for something the tool does not do. */
		MESSAGE_TYPE_UNKNOWN(HttpStatus.FORBIDDEN, "launch.refused.message-type-unknown"),

		/** Only course staff place activities (Deep Linking 2.0, section 4.4). */
		STAFF_ONLY(HttpStatus.FORBIDDEN, "launch.refused.staff-only"),

		/** Somebody asks for the work of somebody else, and is no course staff. */
		NOT_YOURS(HttpStatus.FORBIDDEN, "launch.refused.not-yours"),

		/** Course staff ask for somebody who never came here as a learner. */
		NEVER_CAME(HttpStatus.NOT_FOUND, "launch.refused.never-came"),

		/** Nobody can tell whether the token is good: the LMS does not show its keys. */
		KEYS_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, "launch.refused.keys-unreachable");

		private final HttpStatus status;

		private final String messageKey;

		Reason(HttpStatus status, String messageKey) {
			this.status = status;
			this.messageKey = messageKey;
		}

		HttpStatus status() {
			return this.status;
		}

		String messageKey() {
			return this.messageKey;
		}

	}

}
