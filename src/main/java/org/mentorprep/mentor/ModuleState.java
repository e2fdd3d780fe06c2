package org.mentorprep.mentor;

/** Where a mentor is in a module, as the state line says it. */
enum ModuleState {

	/** No attempt was begun. */
	NOT_STARTED,

	/** Something was begun, and some required task was never finished. */
	IN_PROGRESS,

	/** Every required task was finished at least once, and something is missing still. */
	NOT_YET,

	/** Completed, now or at any time before. */
	COMPLETED

}
