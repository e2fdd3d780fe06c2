package org.mentorprep.platform;

import java.util.Locale;

/** Whether a registration counts. */
public enum PlatformState {

	/** Registered by the LMS; its first valid launch, or the operator, enables it. */
	PENDING,

	/** Launches are let in and grades sent. */
	ENABLED,

	/** Nobody is let in and nothing sent; what is known stays. */
	DISABLED;

	/** Its name at the end of message keys. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
