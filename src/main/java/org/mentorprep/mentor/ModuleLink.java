package org.mentorprep.mentor;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;

/** Leads to another module, at {@code /links/{link}/modules/{id}}, by its title. */
record ModuleLink(ModuleId id, String title) {

	static ModuleLink to(Module module) {
		return new ModuleLink(module.id(), module.title());
	}
}
