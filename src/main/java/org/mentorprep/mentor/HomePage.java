package org.mentorprep.mentor;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mentorprep.attempt.AttemptId;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Programme;
import org.mentorprep.launch.LinkId;
import org.mentorprep.programme.CurrentLink;
import org.mentorprep.progress.ModuleProgress;

/**
 * What the template {@code mentor/home} needs, at {@code /links/{link}}: all that the
 * link requires and offers. A link that stands for one module shows the module's page
 * instead.
 *
 * @param why who requires it, and what for; empty if the programme does not say
 * @param toGo how many of the required modules are not completed yet
 * @param minutesLeft honest minutes for them
 * @param graded whether a grade of this person belongs in the gradebook; false for course
 * staff, who are told so
 * @param carryOn the attempt to carry on with; absent if none is open
 * @param startWith the first module not completed yet, offered if there is nothing to
 * carry on with; absent if all are completed
 * @param required modules that count, in order
 * @param optional modules that are there for who wants them; may be empty
 * @param gradebook where the grade for the whole programme is
 */
record HomePage(LinkId link, String why, int toGo, int minutesLeft, boolean graded, @Nullable CarryOn carryOn,
		@Nullable ModuleLink startWith, List<Row> required, List<Row> optional, GradebookStatus gradebook) {

	/**
	 * @param all the modules that the link requires and offers, in their order
	 * @param completed whether the programme is completed: what was added since is
	 * required of others
	 */
	static HomePage of(CurrentLink link, Programme programme, List<ModuleSummary> all, boolean completed,
			GradebookStatus gradebook) {
		List<ModuleSummary> toGo = completed ? List.of()
				: all.stream().filter((one) -> counts(link, one) && !one.completed()).toList();
		List<ModuleSummary> required = all.stream()
			.filter((one) -> counts(link, one) && (one.completed() || !toGo.isEmpty()))
			.toList();
		List<ModuleSummary> optional = all.stream().filter((one) -> !required.contains(one)).toList();
		CarryOn carryOn = Stream.of(toGo, required, optional)
			.flatMap(List::stream)
			.flatMap((one) -> one.carryOn().stream())
			.findFirst()
			.orElse(null);
		return new HomePage(link.id(), programme.why(), toGo.size(),
				toGo.stream().mapToInt(ModuleSummary::minutesLeft).sum(), GradebookStatus.graded(link), carryOn,
				(carryOn != null || toGo.isEmpty()) ? null : ModuleLink.to(toGo.get(0).module()), rows(required),
				rows(optional), gradebook);
	}

	private static boolean counts(CurrentLink link, ModuleSummary one) {
		return link.requirements().counts(one.module().id());
	}

	private static List<Row> rows(List<ModuleSummary> modules) {
		return modules.stream().map(Row::of).toList();
	}

	/** How many of the required modules are completed. */
	public int completed() {
		return this.required.size() - this.toGo;
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
	record Row(ModuleId id, String title, String why, ModuleProgress.State state, int tasksLeft, int minutesLeft,
			@Nullable Instant completedAt) {

		static Row of(ModuleSummary one) {
			Module module = one.module();
			return new Row(module.id(), module.title(), module.why(), one.state(), one.left().size(), one.minutesLeft(),
					one.progress().completedAt());
		}

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
