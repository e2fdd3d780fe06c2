package org.mentorprep.deeplink;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mentorprep.content.Library;
import org.mentorprep.content.Module;
import org.mentorprep.content.Page;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Task;
import org.mentorprep.deeplink.PickerPage.Before;

/** Writes the page of the picker: what there is, and what the course has of it. */
@Component
class PickerWriter {

	private static final Before NEVER = new Before(null, null);

	private final Library library;

	private final PlacedBefore placed;

	PickerWriter(Library library, PlacedBefore placed) {
		this.library = library;
		this.placed = placed;
	}

	PickerPage page(DeepLinking request, PickerForm form, @Nullable String problem) {
		Map<String, Before> before = this.placed.in(request.context());
		Pack pack = this.library.current();
		List<PickerPage.Row> rows = pack.modules()
			.stream()
			.map((module) -> row(module, before.getOrDefault(module.id().value(), NEVER), form.ticks(module)))
			.toList();
		return new PickerPage(request.id(), request.settings().acceptLinks(), request.settings().acceptMultiple(),
				request.settings().acceptLineItem(), problem,
				programme(pack, before.getOrDefault(PlacedBefore.PROGRAMME, NEVER), form.choosesProgramme()),
				form.choosesModules(), rows);
	}

	/** Until all is completed its grade stays below every module's pass mark. */
	private static PickerPage.Programme programme(Pack pack, Before before, boolean chosen) {
		int passMark = pack.modules().stream().mapToInt((module) -> module.passRule().passMark()).max().orElse(0);
		return new PickerPage.Programme(pack.modules().size(), pack.modules().stream().mapToInt(Module::minutes).sum(),
				passMark, before, chosen);
	}

	private static PickerPage.Row row(Module module, Before before, boolean chosen) {
		return new PickerPage.Row(module.id(), module.title(), module.why(), module.lead(), module.minutes(),
				module.passRule().passMark(), module.pages().stream().map(Page::title).toList(),
				module.tasks().stream().map(Task::title).toList(), before, chosen);
	}

}
