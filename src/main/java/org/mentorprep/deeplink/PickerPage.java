package org.mentorprep.deeplink;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.ModuleId;

/**
 * What the template {@code deeplink/picker} needs, at {@code /deeplink/{request}}.
 *
 * @param links whether the LMS takes links to this tool; if not there is nothing to
 * choose
 * @param multiple whether several modules may be chosen
 * @param graded whether an activity brings a column of the gradebook
 * @param problem key of what is wrong with the choice; absent if nothing is
 * @param programme the whole programme
 * @param modulesChosen whether single modules are the way chosen
 */
record PickerPage(UUID request, boolean links, boolean multiple, boolean graded, @Nullable String problem,
		Programme programme, boolean modulesChosen, List<Row> rows) {

	/** Whether the way itself is still to be chosen, or wrong. */
	public boolean problemOfWhat() {
		return "deeplink.picker.problem.what".equals(this.problem);
	}

	/**
	 * The whole programme as one activity.
	 *
	 * @param passMark what 'Grade to pass' should be in the LMS
	 */
	record Programme(int modules, int minutes, int passMark, Before before, boolean chosen) {
	}

	/**
	 * One module.
	 *
	 * @param passMark what 'Grade to pass' should be in the LMS
	 * @param pages titles of what is there to read
	 * @param tasks titles of what is there to do
	 */
	record Row(ModuleId id, String title, String why, String lead, int minutes, int passMark, List<String> pages,
			List<String> tasks, Before before, boolean chosen) {
	}

	/**
	 * What this course has of it already.
	 *
	 * @param heldSince since when it is known to be there; absent if it isn't
	 * @param sentAt when it was last sent there; absent if never, or if it is known to be
	 * there
	 */
	record Before(@Nullable Instant heldSince, @Nullable Instant sentAt) {
	}

}
