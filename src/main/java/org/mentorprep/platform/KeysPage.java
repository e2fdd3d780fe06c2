package org.mentorprep.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.ToolKeys.KeyRing;
import org.mentorprep.platform.ToolKeys.ToolKey;

/**
 * What the page of our keys shows.
 *
 * @param keys newest first
 * @param waiting whether a key is published that does not sign yet
 * @param encrypted whether the private keys are encrypted in the database
 * @param aheadHours how long a new key is only published
 * @param everyDays how old a key becomes before the next is made; zero if never
 * @param said what was done just now
 */
public record KeysPage(List<Line> keys, boolean waiting, boolean encrypted, long aheadHours, long everyDays,
		@Nullable Said said) {

	static KeysPage of(KeyRing ring, KeysProperties properties, Instant now, @Nullable Said said) {
		ToolKey signing = ring.signing(now);
		List<Line> lines = ring.newestFirst()
			.stream()
			.map((key) -> line(key, key.equals(signing), ring, properties.keep(), now))
			.toList();
		return new KeysPage(lines, ring.newest().isWaiting(now), properties.secret() != null,
				properties.publishAhead().toHours(), properties.rotateEvery().toDays(), said);
	}

	private static Line line(ToolKey key, boolean signs, KeyRing ring, Duration keep, Instant now) {
		if (signs) {
			return new Line(key.kid(), State.SIGNS, key.createdAt(), key.signsFrom());
		}
		return ring.replacedAt(key, now)
			.map((replaced) -> new Line(key.kid(), State.KEPT, key.createdAt(), replaced.plus(keep)))
			.orElseGet(() -> new Line(key.kid(), State.WAITS, key.createdAt(), key.signsFrom()));
	}

	/**
	 * One key.
	 *
	 * @param until when its state began or will end
	 */
	public record Line(String kid, State state, Instant made, Instant until) {
	}

	/** What a key does now. */
	public enum State {

		/** It signs. */
		SIGNS("done"),
		/** It is published and signs later. */
		WAITS("on-its-way"),
		/** Another took over; what it signed can still be checked. */
		KEPT("superseded");

		private final String icon;

		State(String icon) {
			this.icon = icon;
		}

		public String icon() {
			return this.icon;
		}

		/** The last part of its message key. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** What can have happened just before the page is shown. */
	public enum Said {

		/** A key was made. */
		MADE,
		/** None was made, as one waits already. */
		ONE_WAITS,
		/** A key was withdrawn. */
		WITHDRAWN,
		/** None was withdrawn: it signs, or was gone already. */
		STAYS;

		static @Nullable Said of(@Nullable String word) {
			return Stream.of(values()).filter((said) -> said.word().equals(word)).findFirst().orElse(null);
		}

		/** The last part of its message key. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/** Whether it is what was wanted. */
		public boolean isDone() {
			return this == MADE || this == WITHDRAWN;
		}

	}

}
