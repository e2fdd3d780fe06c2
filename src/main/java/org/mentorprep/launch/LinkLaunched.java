package org.mentorprep.launch;

/**
 * A launch passed all checks and was saved. Published inside the transaction that saved
 * it, with the person locked.
 */
public record LinkLaunched(Enrolment enrolment) {
}
