package org.mentorprep.registration;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/** An LMS was not registered; says why, to people and to the log. */
class RegistrationRefused extends RuntimeException {

	private final Reason reason;

	private final transient List<String> fields;

	private final @Nullable String quote;

	private RegistrationRefused(Reason reason, String cause, List<String> fields, @Nullable String quote) {
		super(cause, null, false, false);
		this.reason = reason;
		this.fields = List.copyOf(fields);
		this.quote = quote;
	}

	/**
	 * @param cause for the log: no token, nothing that the LMS wrote
	 * @param fields names of what the LMS would have to put right
	 */
	RegistrationRefused(Reason reason, String cause, String... fields) {
		this(reason, cause, List.of(fields), null);
	}

	/** The LMS gave a reason, which the page quotes and the log does not. */
	static RegistrationRefused quoting(Reason reason, String cause, @Nullable String quote) {
		return new RegistrationRefused(reason, cause, List.of(), quote);
	}

	Reason reason() {
		return this.reason;
	}

	List<String> fields() {
		return this.fields;
	}

	@Nullable String quote() {
		return this.quote;
	}

	/**
	 * Why an LMS was not registered. Each reason has its status and the key of its
	 * messages, with {@code .title} and {@code .text}. What the LMS gets wrong is no
	 * fault of ours: no 5xx.
	 */
	enum Reason {

		/** There is no such invitation, or none was named. */
		INVITATION_UNKNOWN(HttpStatus.FORBIDDEN, "registration.refused.invitation-unknown"),

		/** An LMS registered with it already. */
		INVITATION_USED(HttpStatus.FORBIDDEN, "registration.refused.invitation-used"),

		/** It was not used in time. */
		INVITATION_EXPIRED(HttpStatus.FORBIDDEN, "registration.refused.invitation-expired"),

		/** The operator took it back. */
		INVITATION_REVOKED(HttpStatus.FORBIDDEN, "registration.refused.invitation-revoked"),

		/** It failed too often, or somebody registers with it at this moment. */
		INVITATION_BUSY(HttpStatus.FORBIDDEN, "registration.refused.invitation-busy"),

		/** It was made for an LMS at another host. */
		OTHER_HOST(HttpStatus.FORBIDDEN, "registration.refused.other-host"),

		/** An address that we don't call. */
		ADDRESS(HttpStatus.BAD_REQUEST, "registration.refused.address"),

		/** Nobody answers there, or not in time. */
		UNREACHABLE(HttpStatus.FAILED_DEPENDENCY, "registration.refused.unreachable"),

		/** It answers, but with a redirect, an error or nothing that could be read. */
		UNUSABLE(HttpStatus.FAILED_DEPENDENCY, "registration.refused.unusable"),

		/** The configuration speaks for an issuer at another host. */
		ISSUER(HttpStatus.UNPROCESSABLE_CONTENT, "registration.refused.issuer"),

		/** The configuration lacks something, or says it in a way that can't be kept. */
		CONFIGURATION(HttpStatus.UNPROCESSABLE_CONTENT, "registration.refused.configuration"),

		/** This LMS is registered already. */
		KNOWN(HttpStatus.CONFLICT, "registration.refused.known"),

		/** It gives us the client id that we have at another LMS. */
		OTHERS(HttpStatus.UNPROCESSABLE_CONTENT, "registration.refused.others"),

		/** The LMS turned the registration down. */
		TURNED_DOWN(HttpStatus.FAILED_DEPENDENCY, "registration.refused.turned-down"),

		/** The LMS registered us, but did not say as what. */
		ANSWER(HttpStatus.UNPROCESSABLE_CONTENT, "registration.refused.answer");

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
