package org.mentorprep.passback.circuit;

/** Whether an LMS may be called. */
public enum Pass {

	/** All is well. */
	FREE,

	/** With one grade, to see whether it is back. */
	TRIAL,

	/** Not now. */
	CLOSED_OFF

}
