package org.mentorprep.progress;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.PackVersionId;

/**
 * What is kept about one person in one module or in one programme. It only ever grows:
 * points never fall, and completed stays completed on the version it was completed on.
 *
 * @param completedAt absent while it is not completed
 * @param pack version of the pack on which it was completed
 */
record Completion(int points, @Nullable Instant completedAt, @Nullable PackVersionId pack) {

	static final Completion NONE = new Completion(0, null, null);

	boolean completed() {
		return this.completedAt != null;
	}

}
