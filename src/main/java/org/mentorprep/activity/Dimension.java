package org.mentorprep.activity;

/**
 * What an answer is looked at for. The ids stand in content files and stay as they are.
 */
public enum Dimension {

	/** Evidence before evaluation. */
	E,
	/** Questions that open thinking. */
	Q,
	/** Listening and relationship. */
	L,
	/** Honest challenge, no surprises. */
	H,
	/** Fit to this adult learner. */
	A,
	/** Expertise made visible, next step doable. */
	M,
	/** Boundaries, role, culture. */
	B

}
