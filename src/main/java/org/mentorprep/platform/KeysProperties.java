package org.mentorprep.platform;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

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
@Validated
@ConfigurationProperties("mentorprep.keys")
record KeysProperties(
		@Size(min = KeysProperties.SHORTEST_SECRET,
				message = "has fewer than {min} characters") @Nullable String secret,
		@DurationMin(message = KeysProperties.NEGATIVE) @DefaultValue("24h") Duration publishAhead,
		@DurationMin(message = KeysProperties.NEGATIVE) @DefaultValue("7d") Duration keep,
		@DurationMin(message = KeysProperties.NEGATIVE) @DefaultValue("180d") Duration rotateEvery) {

	/** A shorter one could be guessed by whoever has a copy of the database. */
	static final int SHORTEST_SECRET = 16;

	static final String NEGATIVE = "must not be negative";

	KeysProperties {
		secret = (secret != null && !secret.isBlank()) ? secret : null;
	}

	/** Else the next key would be made before the one before it signs. */
	@AssertTrue(message = "mentorprep.keys.rotate-every must be longer than mentorprep.keys.publish-ahead, or zero")
	boolean isRotatedAfterPublishing() {
		return !byThemselves() || this.rotateEvery.compareTo(this.publishAhead) > 0;
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
