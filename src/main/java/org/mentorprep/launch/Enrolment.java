package org.mentorprep.launch;

/**
 * A learner in a link, with the role they have there.
 *
 * @param sub the user id in the LMS (OIDC core, section 2), for services of that LMS only
 */
public record Enrolment(Link link, LearnerId learner, PersonId person, String sub, CourseRole role) {
}
