package org.mentorprep.deeplink;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Page;
import org.mentorprep.content.Programme;
import org.mentorprep.content.Task;
import org.mentorprep.deeplink.DeepLinkingRequests.DeepLinking;
import org.mentorprep.deeplink.PickerPage.Before;
import org.mentorprep.library.Library;
import org.mentorprep.programme.Requirements;

/** Writes the page of the picker: what there is, and what the course has of it. */
@Component
class PickerWriter {

	private static final Before NEVER = new Before(null, null);

	private final Library library;

	private final Placements placed;

	PickerWriter(Library library, Placements placed) {
		this.library = library;
		this.placed = placed;
	}

	PickerPage page(DeepLinking request, PickerForm form, @Nullable String problem) {
		Pack pack = this.library.current();
		Map<Requirements, Before> before = this.placed.in(request.context(), pack);
		List<PickerPage.Row> rows = pack.modules()
			.stream()
			.map((module) -> row(module, before.getOrDefault(Requirements.module(module.id()), NEVER),
					form.ticks(module)))
			.toList();
		List<PickerPage.ProgrammeRow> programmes = pack.programmes()
			.stream()
			.map((programme) -> row(programme, pack, before.getOrDefault(Requirements.programme(programme), NEVER),
					form.chooses(programme)))
			.toList();
		return new PickerPage(request.id(), request.settings().acceptLinks(), request.settings().acceptMultiple(),
				request.settings().acceptLineItem(), problem, programmes, form.choosesModules(), rows);
	}

	/** Until all is completed its grade stays below every module's pass mark. */
	private static PickerPage.ProgrammeRow row(Programme programme, Pack pack, Before before, boolean chosen) {
		List<Module> asked = modules(programme.mandatory(), pack);
		return new PickerPage.ProgrammeRow(programme.id(), programme.title(), programme.why(),
				asked.stream().map(Module::title).toList(), asked.stream().mapToInt(Module::minutes).sum(),
				modules(programme.offered(), pack).stream().map(Module::title).toList(),
				asked.stream().mapToInt((module) -> module.passRule().passMark()).max().orElse(0), before, chosen);
	}

	private static List<Module> modules(List<ModuleId> ids, Pack pack) {
		return ids.stream().flatMap((id) -> pack.module(id).stream()).toList();
	}

	private static PickerPage.Row row(Module module, Before before, boolean chosen) {
		return new PickerPage.Row(module.id(), module.title(), module.why(), module.lead(), module.minutes(),
				module.passRule().passMark(), module.pages().stream().map(Page::title).toList(),
				module.tasks().stream().map(Task::title).toList(), before, chosen);
	}

}
