package org.mentorprep.lti.service;

/** A column that an LMS is asked to make (AGS 2.0, section 3.2.9). */
public record LineItemWish(String label, int scoreMaximum, String resourceLinkId, String resourceId, String tag) {
}
