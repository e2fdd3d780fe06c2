package org.mentorprep.content;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;

/**
 * When a task counts as passed. Provisional until a panel has set it.
 *
 * @param passMark whole points of 100 that the total needs
 * @param floor whole points of 100 that each critical dimension needs
 */
public record PassRule(int passMark, int floor) {

	/**
	 * Whether enough points were earned, in total and on each critical dimension, and
	 * nothing was done that holds a pass back.
	 */
	public boolean passes(Mark mark, Activity activity) {
		return mark.points() >= this.passMark && below(mark, activity.critical()).isEmpty()
				&& Collections.disjoint(mark.flags(), activity.caps());
	}

	/**
	 * The most points of 100 that anyone is told of a module that is not completed: a
	 * grade never says more than we do.
	 */
	public int mostWhileOpen() {
		return Math.max(0, this.passMark - 1);
	}

	/** The critical dimensions that stay below the floor, in the order of their ids. */
	public List<Dimension> below(Mark mark, Set<Dimension> critical) {
		return critical.stream().filter((dimension) -> mark.points(dimension) < this.floor).sorted().toList();
	}

}
