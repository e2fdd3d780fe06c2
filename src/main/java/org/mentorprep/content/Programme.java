package org.mentorprep.content;

import java.util.List;
import java.util.stream.Stream;

/**
 * What authors put together for one group of people: the modules they must complete, and
 * those that are there for who wants them.
 *
 * @param why one or two sentences to those who are asked; empty if the authors named no
 * programmes
 * @param mandatory in the order in which they are shown; they alone make the grade
 * @param offered in that order, too; none of them is mandatory
 */
public record Programme(ProgrammeId id, String title, String why, List<ModuleId> mandatory, List<ModuleId> offered) {

	public Programme {
		mandatory = List.copyOf(mandatory);
		offered = List.copyOf(offered);
	}

	/** All of them, the mandatory ones first. */
	public List<ModuleId> modules() {
		return Stream.concat(this.mandatory.stream(), this.offered.stream()).toList();
	}

	/** Whether it is nothing but one module: then that module stands for it. */
	public boolean single() {
		return modules().size() == 1;
	}

}
