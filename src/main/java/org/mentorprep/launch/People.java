package org.mentorprep.launch;

/** The people known here. */
public interface People {

	/**
	 * Locks the person's row until the transaction ends: whoever writes for a person does
	 * so one after the other (two tabs, double clicks, two nodes).
	 * @throws IllegalStateException outside a transaction, or if the person is unknown
	 */
	void lock(PersonId person);

}
