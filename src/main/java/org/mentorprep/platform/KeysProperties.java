package org.mentorprep.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long our keys live, and what keeps them secret in the database.
 *
 * @param secret encrypts the private keys in the database; without one they stand there
 * in clear
 * @param publishAhead how long a key is only published before it signs: longer than any
 * LMS keeps a key set in its cache
 * @param keep how long a key stays published after another has taken over
 * @param rotateEvery how old the newest key may become before the next is made; zero
 * leaves it to the operator
 */
@ConfigurationProperties("mentorprep.keys")
record KeysProperties(@Nullable String secret, @DefaultValue("24h") Duration publishAhead,
		@DefaultValue("7d") Duration keep, @DefaultValue("180d") Duration rotateEvery) {

	/** A shorter one could be guessed by whoever has a copy of the database. */
	private static final int SHORTEST_SECRET = 16;

	KeysProperties {
		secret = (secret != null && !secret.isBlank()) ? secret : null;
		List<String> problems = new ArrayList<>();
		if (secret != null && secret.length() < SHORTEST_SECRET) {
			problems.add("mentorprep.keys.secret has fewer than " + SHORTEST_SECRET + " characters.");
		}
		if (publishAhead.isNegative() || keep.isNegative() || rotateEvery.isNegative()) {
			problems.add("A duration of mentorprep.keys is negative.");
		}
		if (!rotateEvery.isZero() && rotateEvery.compareTo(publishAhead) <= 0) {
			problems.add("mentorprep.keys.rotate-every is not longer than mentorprep.keys.publish-ahead.");
		}
		if (!problems.isEmpty()) {
			throw new ConfigurationRefused(problems, "See 'Keys' in docs/operating.md.");
		}
	}

	/** Whether the next key is made by schedule. */
	boolean byThemselves() {
		return !this.rotateEvery.isZero();
	}

	/** Without the secret: properties end up in logs. */
	@Override
	public String toString() {
		return "published %s ahead, kept for %s, renewed every %s".formatted(this.publishAhead, this.keep,
				this.rotateEvery);
	}

}
