package org.mentorprep.content;

import java.util.List;

/**
 * One page to read: one idea.
 *
 * @param html safe HTML made of the author's Markdown
 * @param sources full references behind it
 */
public record Page(PageId id, String title, int minutes, String html, List<String> sources) {
}
