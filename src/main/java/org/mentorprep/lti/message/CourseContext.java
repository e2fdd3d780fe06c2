package org.mentorprep.lti.message;

import org.jspecify.annotations.Nullable;

/** The course that a message comes from (LTI 1.3 core, section 5.4.1). */
public record CourseContext(String id, @Nullable String title) {
}
