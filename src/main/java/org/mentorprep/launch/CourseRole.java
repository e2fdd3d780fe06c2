package org.mentorprep.launch;

/**
 * What someone is in one course, as far as it matters here (LTI 1.3 core, appendix
 * A.2.2).
 */
public enum CourseRole {

	/** Is being prepared; gets a grade. */
	LEARNER,

	/** Course staff: sees the course, gets no grade. */
	STAFF,

	/** Neither, or unknown: least privilege, no grade. */
	OBSERVER

}
