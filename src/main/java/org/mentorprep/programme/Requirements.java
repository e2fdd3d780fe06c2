package org.mentorprep.programme;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.content.Module;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.Programme;

/**
 * What a link requires, and what it offers.
 *
 * @param modules in the order in which they are shown, the mandatory ones first
 * @param mandatory those of them that count towards the grade; the others are offered
 * @param programme absent if the link stands for one module: then its grade is the
 * module's score; otherwise it is the share of mandatory modules completed
 */
public record Requirements(List<ModuleId> modules, List<ModuleId> mandatory, @Nullable Programme programme) {

	public Requirements {
		modules = List.copyOf(modules);
		mandatory = List.copyOf(mandatory);
	}

	/**
	 * The module that a link names or, if it names none that the pack has, the programme;
	 * the first programme if it names none of them either.
	 * @param module as the link names it
	 * @param programme as the link names it
	 */
	public static Requirements of(Pack pack, @Nullable String module, @Nullable String programme) {
		return pack.modules()
			.stream()
			.map(Module::id)
			.filter((candidate) -> candidate.value().equals(module))
			.findFirst()
			.map(Requirements::module)
			.orElseGet(() -> programme(pack.programme(programme)));
	}

	/** What a link for one module requires. */
	public static Requirements module(ModuleId module) {
		return new Requirements(List.of(module), List.of(module), null);
	}

	/**
	 * What a link for a programme requires. One that is nothing but one module is that
	 * module.
	 */
	public static Requirements programme(Programme programme) {
		return new Requirements(programme.modules(), programme.mandatory(), programme.single() ? null : programme);
	}

	/** Whether the link stands for one module. */
	public boolean single() {
		return this.programme == null;
	}

	/** Whether a module is there in the link, mandatory or offered. */
	public boolean has(ModuleId module) {
		return this.modules.contains(module);
	}

	/** Whether a module counts towards the grade of the link. */
	public boolean counts(ModuleId module) {
		return this.mandatory.contains(module);
	}

	/** Modules that are there for who wants them. */
	public List<ModuleId> offered() {
		return this.modules.stream().filter((module) -> !counts(module)).toList();
	}

}
