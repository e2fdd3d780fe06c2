package org.mentorprep.lti.service;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A column of a gradebook (AGS 2.0, section 3.2.9).
 *
 * @param resourceId what we call the thing that is graded
 * @param tag what we call this grade of it
 * @param resourceLinkId the link it belongs to; absent if it stands by itself
 */
public record LineItem(URI id, @Nullable String resourceId, @Nullable String tag, @Nullable String resourceLinkId) {
}
