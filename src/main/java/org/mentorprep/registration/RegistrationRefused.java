package org.mentorprep.registration;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/** An LMS was not registered; says why, to people and to the log. */
class RegistrationRefused extends RuntimeException {

	private final Reason fault;

	private final transient List<String> fields;

	private final @Nullable String quote;

	private RegistrationRefused(Reason fault, String cause, List<String> fields, @Nullable String quote) {
		super(cause, null, false, false);
		this.fault = fault;
		this.fields = List.copyOf(fields);
		this.quote = quote;
	}

	/**
	 * @param cause for the log: no token, nothing that the LMS wrote
	 * @param fields names of what the LMS would have to put right
	 */
	RegistrationRefused(Reason fault, String cause, String... fields) {
		this(fault, cause, List.of(fields), null);
	}

	/** The LMS gave a reason, which the page quotes and the log does not. */
	static RegistrationRefused quoting(Reason fault, String cause, @Nullable String quote) {
		return new RegistrationRefused(fault, cause, List.of(), quote);
	}

	Reason fault() {
		return this.fault;
	}

	List<String> fields() {
		return this.fields;
	}

	@Nullable String quote() {
		return this.quote;
	}

	/**
	 * Why an LMS was not registered. Each reason has its status and its words: the key,
	 * with {@code .title} and {@code .text}. What the LMS gets wrong is no fault of ours:
	 * no 5xx.
	 */
	enum Reason {

		/** There is no such invitation, or none was named. */
		INVITATION_UNKNOWN(HttpStatus.FORBIDDEN, "platform.refused.invitation-unknown"),

		/** An LMS registered with it already. */
		INVITATION_USED(HttpStatus.FORBIDDEN, "platform.refused.invitation-used"),

		/** It was not used in time. */
		INVITATION_EXPIRED(HttpStatus.FORBIDDEN, "platform.refused.invitation-expired"),

		/** The operator took it back. */
		INVITATION_REVOKED(HttpStatus.FORBIDDEN, "platform.refused.invitation-revoked"),

		/** It failed too often, or somebody registers with it at this moment. */
		INVITATION_BUSY(HttpStatus.FORBIDDEN, "platform.refused.invitation-busy"),

		/** It was made for an LMS at another host. */
		OTHER_HOST(HttpStatus.FORBIDDEN, "platform.refused.other-host"),

		/** An address that we don't call. */
		ADDRESS(HttpStatus.BAD_REQUEST, "platform.refused.address"),

		/** Nobody answers there, or not in time. */
		UNREACHABLE(HttpStatus.FAILED_DEPENDENCY, "platform.refused.unreachable"),

		/** It answers, but with a redirect, an error or nothing that could be read. */
		UNUSABLE(HttpStatus.FAILED_DEPENDENCY, "platform.refused.unusable"),

		/** The configuration speaks for an issuer at another host. */
		ISSUER(HttpStatus.UNPROCESSABLE_CONTENT, "platform.refused.issuer"),

		/** The configuration lacks something, or says it in a way that can't be kept. */
		CONFIGURATION(HttpStatus.UNPROCESSABLE_CONTENT, "platform.refused.configuration"),

		/** This LMS is registered already. */
		KNOWN(HttpStatus.CONFLICT, "platform.refused.known"),

		/** The LMS turned the registration down. */
		TURNED_DOWN(HttpStatus.FAILED_DEPENDENCY, "platform.refused.turned-down"),

		/** The LMS registered us, but did not say as what. */
		ANSWER(HttpStatus.UNPROCESSABLE_CONTENT, "platform.refused.answer");

		private final HttpStatus status;

		private final String words;

		Reason(HttpStatus status, String words) {
			this.status = status;
			this.words = words;
		}

		HttpStatus status() {
			return this.status;
		}

		String words() {
			return this.words;
		}

	}

}
