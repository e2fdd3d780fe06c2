package org.mentorprep.platform.registration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** An LMS was not registered; says why, to people and to the log. */
class RegistrationRefused extends RuntimeException {

	private final Fault fault;

	private final transient List<String> fields;

	private final @Nullable String quote;

	private RegistrationRefused(Fault fault, String cause, List<String> fields, @Nullable String quote) {
		super(cause, null, false, false);
		this.fault = fault;
		this.fields = List.copyOf(fields);
		this.quote = quote;
	}

	/**
	 * @param cause for the log: no token, nothing that the LMS wrote
	 * @param fields names of what the LMS would have to put right
	 */
	RegistrationRefused(Fault fault, String cause, String... fields) {
		this(fault, cause, List.of(fields), null);
	}

	/** The LMS gave a reason, which the page quotes and the log does not. */
	static RegistrationRefused quoting(Fault fault, String cause, @Nullable String quote) {
		return new RegistrationRefused(fault, cause, List.of(), quote);
	}

	Fault fault() {
		return this.fault;
	}

	List<String> fields() {
		return this.fields;
	}

	@Nullable String quote() {
		return this.quote;
	}

}
