package org.mentorprep.mentor;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Page;
import org.mentorprep.content.PageId;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.programme.Programmes;

/** Shows the pages of a module. Pages never gate, and nothing about reading is kept. */
@Controller
class ReadingController {

	private final Wayfinder wayfinder;

	private final Programmes programmes;

	ReadingController(Wayfinder wayfinder, Programmes programmes) {
		this.wayfinder = wayfinder;
		this.programmes = programmes;
	}

	@GetMapping(HomeController.LINK + "/modules/{module}/pages/{page}")
	String read(@PathVariable("link") UUID id, @PathVariable String module, @PathVariable String page, Model model) {
		Link link = this.wayfinder.link(new LinkId(id));
		Module found = this.wayfinder.module(this.programmes.askedBy(link), new ModuleId(module));
		Page wanted = found.page(new PageId(page)).orElseThrow(Wayfinder::notFound);
		List<Page> pages = found.pages();
		int number = pages.indexOf(wanted) + 1;
		Page next = (number < pages.size()) ? pages.get(number) : null;
		model.addAttribute("page", new ReadingPage(link.id(), found.id(), found.title(), wanted, number, pages.size(),
				next, found.tasks().size()));
		return "mentor/reading";
	}

	/**
	 * What the template {@code mentor/reading} needs. Reading never counts and nothing
	 * about it is kept.
	 *
	 * @param moduleTitle title of the module, for the way back to
	 * {@code /links/{link}/modules/{module}}
	 * @param page the page itself: its title is the h1, its {@code html} is safe to print
	 * unescaped, its {@code sources} are folded away
	 * @param number which page of the module this is, from 1
	 * @param of how many pages the module has
	 * @param next the page after this one, at
	 * {@code /links/{link}/modules/{module}/pages/ {next.id}}; absent on the last one,
	 * where the tasks ({@code …/modules/{module}#tasks}) are the next thing
	 * @param tasks how many tasks the module has
	 */
	record ReadingPage(LinkId link, ModuleId module, String moduleTitle, Page page, int number, int of,
			@Nullable Page next, int tasks) {
	}

}
