package org.mentorprep.passback.grade;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * Stamps scores. An LMS refuses a score that is not later, in whole seconds, than the one
 * it has; and a stamp in the future would block every score until then.
 */
public final class Stamps {

	private static final Duration STEP = Duration.ofSeconds(1);

	private Stamps() {
	}

	/** Now, or the second after the last stamp if that is not over yet. */
	public static Instant next(Instant now, @Nullable Instant last) {
		Instant second = now.truncatedTo(ChronoUnit.SECONDS);
		return (last != null && !second.isAfter(last)) ? last.truncatedTo(ChronoUnit.SECONDS).plus(STEP) : second;
	}

}
