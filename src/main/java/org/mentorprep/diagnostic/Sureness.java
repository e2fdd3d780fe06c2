package org.mentorprep.diagnostic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How sure somebody is of an answer, if they say so. Never changes what comes of it; what
 * one was sure of and was not so is shown first.
 */
enum Sureness {

	UNSURE, FAIRLY, SURE;

	/** The one that a form names; empty if it names none. */
	static Optional<Sureness> of(String id) {
		return Arrays.stream(values()).filter((one) -> one.id().equals(id)).findFirst();
	}

	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
