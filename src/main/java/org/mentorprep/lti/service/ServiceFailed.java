package org.mentorprep.lti.service;

/** A call of a service came to nothing; says what that means in our own words. */
public class ServiceFailed extends RuntimeException {

	private final transient ScoreReply reply;

	ServiceFailed(ScoreReply reply) {
		super("The LMS did not do it: " + reply, null, false, false);
		this.reply = reply;
	}

	ServiceFailed(ScoreReply.Reason reason) {
		this(new ScoreReply.Refused(reason));
	}

	/** Never {@link ScoreReply.Accepted}. */
	public ScoreReply reply() {
		return this.reply;
	}

}
