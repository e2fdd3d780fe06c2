package org.mentorprep.lti.message;

import org.jspecify.annotations.Nullable;

/** The placement that was opened (LTI 1.3 core, section 5.3.5). */
public record ResourceLink(String id, @Nullable String title) {
}
