package org.mentorprep.launch.door;

import org.jspecify.annotations.Nullable;

/**
 * What the page of a refusal says.
 *
 * @param words the key of its words; {@code .title} and {@code .text} follow it
 * @param quote what the LMS said, to be escaped; absent if it said nothing
 * @param reference joins the page with the log; absent if nothing went wrong
 */
public record RefusedPage(String words, @Nullable String quote, @Nullable String reference) {
}
