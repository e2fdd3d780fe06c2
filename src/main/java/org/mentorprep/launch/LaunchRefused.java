package org.mentorprep.launch;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;

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

	private final @Nullable Received received;

	private final @Nullable Duration clocksApart;

	LaunchRefused(Reason reason, String cause) {
		this(reason, cause, null, null);
	}

	LaunchRefused(Reason reason, String cause, @Nullable String quote) {
		this(reason, cause, quote, null);
	}

	LaunchRefused(Reason reason, String cause, @Nullable String quote, @Nullable Duration clocksApart) {
		this(reason, cause, quote, null, clocksApart);
	}

	/** What came fits no registration: the page, the log and the operator show it. */
	LaunchRefused(Reason reason, String cause, Received received) {
		this(reason, cause, null, received, null);
	}

	private LaunchRefused(Reason reason, String cause, @Nullable String quote, @Nullable Received received,
			@Nullable Duration clocksApart) {
		super(cause);
		this.reason = reason;
		this.quote = quote;
		this.received = received;
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

	@Nullable Received received() {
		return this.received;
	}

	/**
	 * What an LMS said of itself and fits no registration. Never personal, but perhaps a
	 * stranger's: of bounded length, and escaped where it is shown.
	 *
	 * @param text the parameters as the specs call them, each with its value
	 * @param hint in what it differs from a registration; absent if in all
	 */
	record Received(String text, @Nullable Hint hint) implements Serializable {

		private static final int LONGEST = 255;

		static Received issuer(String issuer, @Nullable String clientId, @Nullable Hint hint) {
			return new Received("iss=" + brief(issuer) + ((clientId != null) ? " client_id=" + brief(clientId) : ""),
					hint);
		}

		static Received deployment(String deploymentId) {
			return new Received("deployment_id=" + brief(deploymentId), Hint.DEPLOYMENT);
		}

		static Received site(String origin) {
			return new Received("return_url " + brief(origin), Hint.SITE);
		}

		/** Without what can't be seen, or turns a line around. */
		private static String brief(String value) {
			String seen = value.replaceAll("[\\p{C}\\p{Z}]", "?");
			return (seen.length() <= LONGEST) ? seen : seen.substring(0, LONGEST);
		}

		/** One line of signs that no log takes for anything else. */
		String forLog() {
			return this.text.replaceAll("[^\\x20-\\x7e]", "?");
		}

	}

	/** In what something that came differs from what is registered. */
	enum Hint {

		/** Only by a slash at the end of the issuer. */
		SLASH,

		/** The issuer is registered, with other client ids. */
		CLIENT,

		/** A new deployment of a registered LMS. */
		DEPLOYMENT,

		/** A new site of a registered LMS. */
		SITE;

		/** Its name at the end of message keys. */
		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

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

		/** The token is good, but leads to a site of the LMS that nobody confirmed. */
		SITE_UNKNOWN(HttpStatus.FORBIDDEN, "launch.refused.site-unknown"),

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
