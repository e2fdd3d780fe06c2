package org.mentorprep.deeplink;

import java.util.List;

import org.mentorprep.content.Module;

/**
 * What was chosen to be placed.
 *
 * @param programme whether it is the whole programme, in one activity
 * @param modules one activity each; empty with the whole programme
 */
record Selection(boolean programme, List<Module> modules) {

	/** Nothing at all: somebody changed their mind. */
	static final Selection NOTHING = new Selection(false, List.of());

	Selection {
		modules = List.copyOf(modules);
	}

}
