package org.mentorprep.programme;

import java.util.List;

import org.mentorprep.content.ModuleId;

/**
 * What a link asks for.
 *
 * @param modules in the order in which they are shown
 * @param mandatory those of them that count towards the grade
 * @param single whether the link stands for one module: its grade is the module's score;
 * otherwise the share of mandatory modules completed
 */
public record Asked(List<ModuleId> modules, List<ModuleId> mandatory, boolean single) {

	public Asked {
		modules = List.copyOf(modules);
		mandatory = List.copyOf(mandatory);
	}

	public boolean asksFor(ModuleId module) {
		return this.modules.contains(module);
	}

}
