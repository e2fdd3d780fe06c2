package org.mentorprep.launch;

/**
 * Someone in a link: who they are there, what they are there.
 *
 * @param sub the user id in the LMS (OIDC core, section 2), for services of that LMS only
 */
public record Enrolment(Link link, LearnerId learner, PersonId person, String sub, CourseRole role) {
}
