package org.mentorprep.lti.message;

import org.jspecify.annotations.Nullable;

/**
 * A token broke a clause. The message names the clause and nothing that the token holds,
 * so that it may be logged.
 */
public class MessageRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Fault fault;

	private final @Nullable String asked;

	MessageRefused(Fault fault, String clause) {
		this(fault, clause, null);
	}

	MessageRefused(Fault fault, String clause, @Nullable String asked) {
		super(clause);
		this.fault = fault;
		this.asked = asked;
	}

	/** The message type that was asked for in vain: for the page, not for the log. */
	public @Nullable String asked() {
		return this.asked;
	}

	public Fault fault() {
		return this.fault;
	}

	/** What is wrong, as far as the answer depends on it; the gravest first. */
	public enum Fault {

		/**
		 * The platform's keys can't be had, so nobody knows whether the token is good.
		 */
		KEYS,

		/** The token can't be believed or understood. */
		TOKEN,

		/** Good, but from a deployment that is not part of the registration. */
		DEPLOYMENT,

		/** Good, but asks for something that this tool does not do. */
		MESSAGE_TYPE

	}

}
