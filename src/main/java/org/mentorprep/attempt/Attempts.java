package org.mentorprep.attempt;

import java.util.List;

import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.PersonId;

/** What other rooms may ask about attempts. */
public interface Attempts {

	/** All finished attempts of a person in a module, oldest first. */
	List<ScoredAttempt> scored(PersonId person, ModuleId module);

	/** The unfinished attempts of a person in a module, at most one a task. */
	List<OpenAttempt> open(PersonId person, ModuleId module);

}
