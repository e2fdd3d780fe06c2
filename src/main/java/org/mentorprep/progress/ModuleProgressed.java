package org.mentorprep.progress;

import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.PersonId;

/**
 * A scored attempt was counted. Published inside the transaction of its last answer, with
 * the person locked.
 */
public record ModuleProgressed(PersonId person, ModuleId module) {
}
