package org.mentorprep.activity.highlight;

import org.jspecify.annotations.Nullable;

/**
 * One kind of line that can be told from the others.
 *
 * @param name as the list of kinds shows it
 * @param hint tells it from the others
 */
public record HighlightLabel(String id, String name, @Nullable String hint) {
}
