package org.mentorprep.launch;

import org.jspecify.annotations.Nullable;

/**
 * Someone who came through the front door: what they are there, and how to call them.
 *
 * @param name as the LMS gave it, now or at an earlier launch; absent if it never did
 */
public record Arrival(Enrolment enrolment, @Nullable String name) {
}
