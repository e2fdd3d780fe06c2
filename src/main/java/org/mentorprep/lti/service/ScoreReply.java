package org.mentorprep.lti.service;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What came of posting a score. Only our own words: a reason phrase or body of the LMS
 * may repeat the whole score, comment included.
 */
public sealed interface ScoreReply {

	/** The LMS took the score. */
	record Accepted() implements ScoreReply {
	}

	/** The LMS holds a score that is not older in whole seconds (409). */
	record NewerThere() implements ScoreReply {
	}

	/** The LMS, or this room, said no. */
	record Refused(Reason reason) implements ScoreReply {
	}

	/**
	 * The LMS answers, but can't just now.
	 *
	 * @param after how long it asks to be left alone; absent if it did not say
	 */
	record TryLater(@Nullable Duration after) implements ScoreReply {
	}

	/** No answer: no connection, or not in time. The score may have arrived or not. */
	record Unreachable() implements ScoreReply {
	}

	/** Why a score was refused. */
	enum Reason {

		/** Not this score of this learner: not enrolled, or nobody who gets grades. */
		NOT_ACCEPTED,

		/** Two tokens in a row were not good enough (401). */
		NOT_AUTHORIZED,

		/** The tool may not use this column (403). */
		FORBIDDEN,

		/** The column of the gradebook is gone (404). */
		COLUMN_GONE,

		/** The grade or the column is locked by course staff. */
		LOCKED,

		/** The LMS gives the tool no access token. */
		NO_TOKEN,

		/** The LMS gives tokens, but not for scores: the service is off. */
		SCOPE_MISSING,

		/** The column's address is not on the host of the LMS: nothing was sent. */
		FOREIGN_ADDRESS

	}

}
