/**
 * The practice LMS: a small, honest LTI 1.3 platform that behaves as Moodle 4.5 was seen
 * to behave, with one course and a gradebook. It is what a newcomer plays with, and what
 * integration tests and browser journeys talk to. It knows nothing of the tool but its
 * address; only {@code PracticeRun} names a class of the tool. Nothing of it is in the
 * jar.
 */
package practicelms;
