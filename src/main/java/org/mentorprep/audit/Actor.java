package org.mentorprep.audit;

/**
 * Who did something, without a name: names change and are nobody's business here.
 *
 * @param kind {@code operator}, {@code tool}, {@code platform} or {@code learner}
 * @param id of the platform or learner; empty for the operator and the tool itself
 */
public record Actor(String kind, String id) {

	/** Whoever is signed in at /operator. */
	public static Actor operator() {
		return new Actor("operator", "");
	}

	/** The tool by itself, for example by schedule or from its configuration. */
	public static Actor tool() {
		return new Actor("tool", "");
	}

	/** An LMS, for example when it registers. */
	public static Actor platform(Object id) {
		return new Actor("platform", id.toString());
	}

	/** Someone who came through a launch. */
	public static Actor learner(Object id) {
		return new Actor("learner", id.toString());
	}

}
