package org.mentorprep.progress;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.ModuleId;

/**
 * Where someone stands in a programme.
 *
 * @param points of 100: the highest share of its modules that was completed at any time
 * @param completed every mandatory module completed, now or at any time before, whatever
 * was added since
 * @param completedAt when it was completed first; absent if it is not
 * @param modules how many are mandatory now
 * @param touched how many of these something was finished in
 * @param open those of these not completed; there can be some in a completed programme,
 * and they are asked of nobody who completed it
 */
public record ProgrammeProgress(int points, boolean completed, @Nullable Instant completedAt, int modules, int touched,
		List<ModuleId> open) {

	public ProgrammeProgress {
		open = List.copyOf(open);
	}

	/** Whether nothing was finished yet: then there is nothing to report to anyone. */
	public boolean untouched() {
		return this.touched == 0 && !this.completed;
	}

	/** The mandatory modules that are asked for still. */
	public List<ModuleId> asked() {
		return this.completed ? List.of() : this.open;
	}

}
