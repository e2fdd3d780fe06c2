package org.mentorprep.deeplink;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.ProgrammeId;

/**
 * What the template {@code deeplink/picker} needs, at {@code /deeplink/{request}}.
 *
 * @param links whether the LMS takes links to this tool; if not there is nothing to
 * choose
 * @param multiple whether several modules may be chosen
 * @param graded whether an activity brings a column of the gradebook
 * @param problem key of what is wrong with the choice; absent if nothing is
 * @param programmes each as one activity
 * @param modulesChosen whether single modules are the way chosen
 */
record PickerPage(UUID request, boolean links, boolean multiple, boolean graded, @Nullable String problem,
		List<ProgrammeRow> programmes, boolean modulesChosen, List<Row> rows) {

	/** Whether the way itself is still to be chosen, or wrong. */
	public boolean problemOfWhat() {
		return "deeplink.picker.problem.what".equals(this.problem);
	}

	/**
	 * One programme as one activity.
	 *
	 * @param why who is asked, and what for; empty if the programme does not say
	 * @param asked titles of the modules that are asked for
	 * @param minutes for these
	 * @param offered titles of the modules that are there besides
	 * @param passMark what 'Grade to pass' should be in the LMS
	 */
	record ProgrammeRow(ProgrammeId id, String title, String why, List<String> asked, int minutes, List<String> offered,
			int passMark, Before before, boolean chosen) {

		/** Whether it is one module, and the grade that of the module. */
		public boolean single() {
			return this.asked.size() + this.offered.size() == 1;
		}

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
