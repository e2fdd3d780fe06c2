package org.mentorprep.passback;

/** The states of a row; their names stand in the database. */
enum GradeState {

	/** To be sent when due. */
	WAITING(Delivery.State.ON_ITS_WAY),

	/** Taken by the LMS. */
	DELIVERED(Delivery.State.ARRIVED),

	/** Parked until the learner launches again or does better. */
	REFUSED(Delivery.State.REFUSED);

	private final Delivery.State shown;

	GradeState(Delivery.State shown) {
		this.shown = shown;
	}

	/** The state as other rooms know it. */
	Delivery.State shown() {
		return this.shown;
	}

}
