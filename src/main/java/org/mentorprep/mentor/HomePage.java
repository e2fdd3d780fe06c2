package org.mentorprep.mentor;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.attempt.AttemptId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.mentor.ModuleSummary.ModuleState;

/**
 * What the template {@code mentor/home} needs, at {@code /links/{link}}: all that the
 * link asks for and offers. A link that stands for one module shows the module's page
 * instead.
 *
 * @param why who asks, and what for; empty if the programme does not say
 * @param toGo how many of the modules asked for are not completed yet
 * @param minutesLeft honest minutes for them
 * @param graded whether a grade of this person belongs in the gradebook; false for course
 * staff, who are told so
 * @param carryOn the attempt to carry on with; absent if none is open
 * @param startWith the first module not completed yet, offered if there is nothing to
 * carry on with; absent if all are completed
 * @param asked modules that count, in order
 * @param optional modules that are there for who wants them; may be empty
 * @param gradebook where the grade for the whole programme is
 */
record HomePage(LinkId link, String why, int toGo, int minutesLeft, boolean graded, @Nullable CarryOn carryOn,
		@Nullable ModuleLink startWith, List<Row> asked, List<Row> optional, GradebookStatus gradebook) {

	/** How many of the modules asked for are completed. */
	public int completed() {
		return this.asked.size() - this.toGo;
	}

	/**
	 * One module in a list.
	 *
	 * @param why one line that says what the mentor gets from it
	 * @param tasksLeft required tasks not passed yet
	 * @param minutesLeft honest minutes for them; all minutes of the module if it was not
	 * started
	 * @param completedAt when it was completed; absent if it is not
	 */
	record Row(ModuleId id, String title, String why, ModuleState state, int tasksLeft, int minutesLeft,
			@Nullable Instant completedAt) {
	}

	/**
	 * The panel 'Carry on where you were'. The button leads to
	 * {@code /links/{link}/attempts/{attempt}}.
	 *
	 * @param recap one sentence that recalls where one was; empty before the first answer
	 * @param tasksLeft required tasks of the module not passed yet
	 * @param minutesLeft honest minutes for them
	 */
	record CarryOn(AttemptId attempt, ModuleId module, String moduleTitle, String taskTitle, String recap,
			int tasksLeft, int minutesLeft) {
	}

	/** Leads to another module, at {@code /links/{link}/modules/{id}}, by its title. */
	record ModuleLink(ModuleId id, String title) {

		static ModuleLink to(Module module) {
			return new ModuleLink(module.id(), module.title());
		}
	}

}
