package org.mentorprep.content;

/** The packs that were published. The one door to content for all other rooms. */
public interface Library {

	/** The version that new attempts begin on. */
	Pack current();

	/**
	 * A version published at any time.
	 * @throws IllegalArgumentException if it was never published
	 */
	Pack version(PublishedPackId id);

}
