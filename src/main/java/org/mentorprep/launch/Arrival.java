package org.mentorprep.launch;

import org.jspecify.annotations.Nullable;

/** Someone who came through the front door: what they are there, and how to call them. */
public record Arrival(Enrolment enrolment, @Nullable String name) {
}
