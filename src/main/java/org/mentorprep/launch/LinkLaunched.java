package org.mentorprep.launch;

/**
 * A launch passed all checks and was saved. Published inside the transaction that saved
 * it.
 */
public record LinkLaunched(Enrolment enrolment) {
}
