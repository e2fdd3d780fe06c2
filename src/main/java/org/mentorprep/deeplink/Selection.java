package org.mentorprep.deeplink;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.Module;
import org.mentorprep.content.Programme;

/**
 * What was chosen to be placed.
 *
 * @param programme as one activity; absent if it is modules or nothing
 * @param modules one activity each; empty with a programme
 */
record Selection(@Nullable Programme programme, List<Module> modules) {

	/** Nothing at all: somebody changed their mind. */
	static final Selection NOTHING = new Selection(null, List.of());

	Selection {
		modules = List.copyOf(modules);
	}

	/** How many activities come of it. */
	int activities() {
		return (this.programme != null) ? 1 : this.modules.size();
	}

}
