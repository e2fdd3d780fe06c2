package org.mentorprep.lti.service;

/** There is no access token, so nothing was sent; says what that means for the call. */
class NoToken extends RuntimeException {

	private final transient ScoreReply reply;

	NoToken(ScoreReply reply) {
		super("No access token: " + reply, null, false, false);
		this.reply = reply;
	}

	ScoreReply reply() {
		return this.reply;
	}

}
