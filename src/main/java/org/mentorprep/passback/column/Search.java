package org.mentorprep.passback.column;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.service.ScoreReply;

/**
 * What came of looking for a column.
 *
 * @param column its address; absent if there is none
 * @param reply what that means for the grade, if there is none
 */
public record Search(@Nullable URI column, ScoreReply reply) {

	static Search found(URI column) {
		return new Search(column, new ScoreReply.Accepted());
	}

	static Search failed(ScoreReply reply) {
		return new Search(null, reply);
	}

	/** There is none, and we may not make one. */
	static Search none() {
		return failed(new ScoreReply.Refused(ScoreReply.Reason.COLUMN_GONE));
	}

}
