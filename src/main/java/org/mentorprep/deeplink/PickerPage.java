package org.mentorprep.deeplink;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Page;
import org.mentorprep.content.Programme;
import org.mentorprep.content.ProgrammeId;
import org.mentorprep.content.Task;
import org.mentorprep.deeplink.DeepLinkingRequests.DeepLinking;
import org.mentorprep.programme.Requirements;

/**
 * What the template {@code deeplink/picker} needs, at {@code /deeplink/{request}}.
 *
 * @param links whether the LMS takes links to this tool; if not there is nothing to
 * choose
 * @param multiple whether several modules may be chosen
 * @param graded whether an activity brings a line item
 * @param problem key of what is wrong with the choice; absent if nothing is
 * @param programmes each as one activity
 * @param modulesChosen whether single modules are the way chosen
 */
record PickerPage(UUID request, boolean links, boolean multiple, boolean graded, @Nullable String problem,
		List<ProgrammeRow> programmes, boolean modulesChosen, List<Row> rows) {

	/**
	 * The page for a request.
	 * @param before what the course has already, by what it requires
	 */
	static PickerPage of(DeepLinking request, PickerForm form, @Nullable String problem, Pack pack,
			Map<Requirements, Before> before) {
		List<Row> rows = pack.modules()
			.stream()
			.map((module) -> Row.of(module, before.getOrDefault(Requirements.module(module.id()), Before.NEVER),
					form.ticks(module)))
			.toList();
		List<ProgrammeRow> programmes = pack.programmes()
			.stream()
			.map((programme) -> ProgrammeRow.of(programme, pack,
					before.getOrDefault(Requirements.programme(programme), Before.NEVER), form.chooses(programme)))
			.toList();
		return new PickerPage(request.id(), request.acceptLinks(), request.acceptMultiple(), request.acceptLineItem(),
				problem, programmes, form.choosesModules(), rows);
	}

	/** Whether the way itself is still to be chosen, or wrong. */
	public boolean problemOfWhat() {
		return "deeplink.picker.problem.what".equals(this.problem);
	}

	/**
	 * One programme as one activity.
	 *
	 * @param why whom it is for, and what for; empty if the programme does not say
	 * @param required titles of the mandatory modules
	 * @param minutes for these
	 * @param offered titles of the modules that are there besides
	 * @param passMark what 'Grade to pass' should be in the LMS
	 */
	record ProgrammeRow(ProgrammeId id, String title, String why, List<String> required, int minutes,
			List<String> offered, int passMark, Before before, boolean chosen) {

		/** Until all is completed its grade stays below every module's pass mark. */
		private static ProgrammeRow of(Programme programme, Pack pack, Before before, boolean chosen) {
			List<Module> required = modules(programme.mandatory(), pack);
			return new ProgrammeRow(programme.id(), programme.title(), programme.why(),
					required.stream().map(Module::title).toList(), required.stream().mapToInt(Module::minutes).sum(),
					modules(programme.offered(), pack).stream().map(Module::title).toList(),
					required.stream().mapToInt((module) -> module.passRule().passMark()).max().orElse(0), before,
					chosen);
		}

		private static List<Module> modules(List<ModuleId> ids, Pack pack) {
			return ids.stream().flatMap((id) -> pack.module(id).stream()).toList();
		}

		/** Whether it is one module, and the grade that of the module. */
		public boolean single() {
			return this.required.size() + this.offered.size() == 1;
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

		private static Row of(Module module, Before before, boolean chosen) {
			return new Row(module.id(), module.title(), module.why(), module.lead(), module.minutes(),
					module.passRule().passMark(), module.pages().stream().map(Page::title).toList(),
					module.tasks().stream().map(Task::title).toList(), before, chosen);
		}

	}

	/**
	 * What this course has of it already.
	 *
	 * @param heldSince since when it is known to be there; absent if it isn't
	 * @param sentAt when it was last sent there; absent if never, or if it is known to be
	 * there
	 */
	record Before(@Nullable Instant heldSince, @Nullable Instant sentAt) {

		static final Before NEVER = new Before(null, null);

	}

}
