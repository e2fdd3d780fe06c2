package org.mentorprep.launch;

import org.mentorprep.lti.message.Roles;

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
	OBSERVER;

	/**
	 * The role that a message gives: staff before learner. Only roles in the course
	 * count. LIS {@code Mentor} watches over a learner and is no mentor in training, and
	 * a sub-role such as {@code Instructor#TeachingAssistant} counts by the principal
	 * role that comes with it, not by itself (appendix A.2.3.1).
	 */
	public static CourseRole of(Roles roles) {
		if (roles.inContext("Instructor") || roles.inContext("Administrator")) {
			return STAFF;
		}
		return roles.inContext("Learner") ? LEARNER : OBSERVER;
	}

}
