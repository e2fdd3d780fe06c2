package org.mentorprep.passback;

/** A grade is to be sent as soon as the transaction that says so is committed. */
record GradeDue() {
}
