package org.mentorprep.platform.registry;

import java.util.Locale;

/** How a registration came here, and so who may change it. */
public enum PlatformOrigin {

	/** By the platforms file, which alone changes it. */
	FILE,

	/** By the LMS itself, with an invitation of the operator. */
	DYNAMIC,

	/** Typed in by the operator. */
	BY_HAND;

	/** Its name in the table and at the end of message keys. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static PlatformOrigin of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
