package org.mentorprep.attempt;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Page;
import org.mentorprep.content.PageId;
import org.mentorprep.launch.LinkId;

/** Shows the pages of a module. Pages never gate, and nothing about reading is kept. */
@Controller
class ReadingController {

	private final Workplace workplace;

	ReadingController(Workplace workplace) {
		this.workplace = workplace;
	}

	@GetMapping(Workplace.MODULE + "/pages/{page}")
	String read(@PathVariable UUID link, @PathVariable String module, @PathVariable String page, Model model) {
		Module found = this.workplace.module(new LinkId(link), new ModuleId(module));
		Page wanted = found.page(new PageId(page)).orElseThrow(Workplace::notFound);
		List<Page> pages = found.pages();
		int number = pages.indexOf(wanted) + 1;
		Page next = (number < pages.size()) ? pages.get(number) : null;
		model.addAttribute("page", new ReadingPage(new LinkId(link), found.id(), found.title(), wanted, number,
				pages.size(), next, found.tasks().size()));
		return "attempt/reading";
	}

}
