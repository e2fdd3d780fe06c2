package org.mentorprep.launch;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.mentorprep.launch.Refusals.RefusalRecord;

/**
 * What the page of a refusal says.
 *
 * @param words the key of its words; {@code .title} and {@code .text} follow it, for a
 * refusal {@code .next} and {@code .staff} too
 * @param quote what the LMS said, to be escaped; absent if it said nothing
 * @param refusal joins the page with the log; absent if nothing went wrong
 * @param lms where the LMS itself is; absent if we can't be sure
 */
public record RefusedPage(String words, @Nullable String quote, @Nullable RefusalRecord refusal, @Nullable URI lms) {
}
