package org.mentorprep.attempt;

import org.mentorprep.content.ModuleId;
import org.mentorprep.launch.PersonId;

/**
 * The last answer of an attempt was marked. Published inside the transaction that keeps
 * the answer, with the person locked.
 */
public record AttemptScored(AttemptId attempt, PersonId person, ModuleId module) {
}
