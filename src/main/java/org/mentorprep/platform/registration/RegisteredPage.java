package org.mentorprep.platform.registration;

/**
 * What the last page of a registration says.
 *
 * @param name of the platform here
 * @param lms kind of LMS whose next steps are told: {@code moodle} or {@code other}
 * @param origin of the LMS, the only one that is told to close the frame
 */
public record RegisteredPage(String name, String lms, String origin) {
}
