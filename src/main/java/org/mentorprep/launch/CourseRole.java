package org.mentorprep.launch;

import java.util.Set;

import org.mentorprep.platform.RoleMapping.Right;

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

	/** The role that the rights of a message make: staff before learner. */
	static CourseRole of(Set<Right> rights) {
		if (rights.contains(Right.STAFF)) {
			return STAFF;
		}
		return rights.contains(Right.LEARNER) ? LEARNER : OBSERVER;
	}

}
