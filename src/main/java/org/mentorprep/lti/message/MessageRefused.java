package org.mentorprep.lti.message;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A token broke a clause. The message names the clause and nothing that the token holds,
 * so that it may be logged.
 */
public class MessageRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final @Nullable String received;

	private final @Nullable Duration clocksApart;

	MessageRefused(Reason reason, String clause) {
		this(reason, clause, null);
	}

	MessageRefused(Reason reason, String clause, @Nullable String received) {
		super(clause);
		this.reason = reason;
		this.received = received;
		this.clocksApart = null;
	}

	MessageRefused(String clause, Duration clocksApart) {
		super(clause);
		this.reason = Reason.CLOCK;
		this.received = null;
		this.clocksApart = clocksApart;
	}

	/**
	 * What came of a token that is good, and is not known here: the type of the message,
	 * or the deployment.
	 */
	public @Nullable String received() {
		return this.received;
	}

	/** How far the clock of the platform is ahead of ours, behind if negative. */
	public @Nullable Duration clocksApart() {
		return this.clocksApart;
	}

	public Reason reason() {
		return this.reason;
	}

	/** What is wrong, as far as the answer depends on it; the gravest first. */
	public enum Reason {

		/**
		 * The platform's keys can't be had, so nobody knows whether the token is good.
		 */
		KEYS,

		/** The token can't be believed or understood. */
		TOKEN,

		/** Good, but by our clock over, or not yet valid. */
		CLOCK,

		/** Good, but from a deployment that is not part of the registration. */
		DEPLOYMENT,

		/** Good, but asks for something that this tool does not do. */
		MESSAGE_TYPE

	}

}
