package org.mentorprep.mentor;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Page;
import org.mentorprep.launch.LinkId;

/**
 * What the template {@code mentor/reading} needs. Reading never counts and nothing about
 * it is kept.
 *
 * @param moduleTitle title of the module, for the way back to
 * {@code /links/{link}/modules/{module}}
 * @param page the page itself: its title is the h1, its {@code html} is safe to print
 * unescaped, its {@code sources} are folded away
 * @param number which page of the module this is, from 1
 * @param of how many pages the module has
 * @param next the page after this one, at {@code /links/{link}/modules/{module}/pages/
 * {next.id}}; absent on the last one, where the tasks ({@code …/modules/{module}#tasks})
 * are the next thing
 * @param tasks how many tasks the module has
 */
record ReadingPage(LinkId link, ModuleId module, String moduleTitle, Page page, int number, int of, @Nullable Page next,
		int tasks) {
}
