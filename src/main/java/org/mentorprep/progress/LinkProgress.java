package org.mentorprep.progress;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.ModuleId;

/**
 * How far someone is in all that a link requires and offers.
 *
 * @param programme absent if the link stands for one module
 */
public record LinkProgress(Map<ModuleId, ModuleProgress> modules, @Nullable ProgrammeProgress programme) {

	/** One of the modules that the link requires or offers. */
	public ModuleProgress module(ModuleId module) {
		return Objects.requireNonNull(this.modules.get(module), "Not a module of the link");
	}

}
