package org.mentorprep.mentor;

/** Where a mentor is in a task, as the state line says it. */
enum TaskState {

	/** No attempt was begun. */
	NOT_STARTED,

	/** The first attempt is not finished. */
	IN_PROGRESS,

	/** Finished at least once, and not passed. */
	NOT_YET,

	/** Passed at least once. */
	PASSED

}
