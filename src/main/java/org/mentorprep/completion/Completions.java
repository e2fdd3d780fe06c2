package org.mentorprep.completion;

import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.PersonId;

/** What counts. Asked by everyone to the right. */
public interface Completions {

	Standing standing(PersonId person, ModuleId module);

}
