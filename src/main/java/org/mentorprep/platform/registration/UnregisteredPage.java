package org.mentorprep.platform.registration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is said when nothing was registered.
 *
 * @param words the key of its words; {@code .title} and {@code .text} follow it
 * @param fields names of what the LMS would have to put right
 * @param quote what the LMS said, to be escaped; absent if it said nothing
 * @param reference joins the page with the log; absent if nothing went wrong
 */
public record UnregisteredPage(String words, List<String> fields, @Nullable String quote, @Nullable String reference) {

	public UnregisteredPage {
		fields = List.copyOf(fields);
	}

}
