package org.mentorprep.mentor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.NotFound;
import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Page;
import org.mentorprep.content.PageId;
import org.mentorprep.launch.LinkId;
import org.mentorprep.library.Library;
import org.mentorprep.programme.CurrentLink;

/** Shows the pages of a module. Pages never gate, and nothing about reading is kept. */
@Controller
class ReadingController {

	private final Library library;

	ReadingController(Library library) {
		this.library = library;
	}

	@GetMapping(HomeController.LINK + "/modules/{module}/pages/{page}")
	ModelAndView read(CurrentLink link, @PathVariable ModuleId module, @PathVariable PageId page) {
		Module found = link.module(this.library.current(), module);
		return new ModelAndView("mentor/reading", "page",
				ReadingPage.of(link.id(), found, found.page(page).orElseThrow(NotFound::new)));
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

		static ReadingPage of(LinkId link, Module module, Page page) {
			List<Page> pages = module.pages();
			int number = pages.indexOf(page) + 1;
			return new ReadingPage(link, module.id(), module.title(), page, number, pages.size(),
					(number < pages.size()) ? pages.get(number) : null, module.tasks().size());
		}

	}

}
