package org.mentorprep.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A module: pages to read, and tasks to do in any order. Pages never gate.
 *
 * @param why one line that says what the mentor gets from it
 * @param lead two or three sentences at the top of the module's page
 * @param withdrawn exercises of earlier versions that turned out to be wrong
 */
public record Module(ModuleId id, String title, String why, String lead, PassRule passRule, List<Page> pages,
		List<Task> tasks, Set<ExerciseId> withdrawn) {

	/** A module in which nothing had to be withdrawn. */
	public Module(ModuleId id, String title, String why, String lead, PassRule passRule, List<Page> pages,
			List<Task> tasks) {
		this(id, title, why, lead, passRule, pages, tasks, Set.of());
	}

	public Optional<Page> page(PageId page) {
		return this.pages.stream().filter((candidate) -> candidate.id().equals(page)).findFirst();
	}

	public Optional<Task> task(TaskId task) {
		return this.tasks.stream().filter((candidate) -> candidate.id().equals(task)).findFirst();
	}

	/** Honest minutes for all of it. */
	public int minutes() {
		return this.pages.stream().mapToInt(Page::minutes).sum() + this.tasks.stream().mapToInt(Task::minutes).sum();
	}

}
