package org.mentorprep.activity.classify;

import java.util.List;

/**
 * One entry to sort, as the author wrote it.
 *
 * @param key id of the class that it belongs in
 * @param feedback paragraphs: why it belongs there
 */
public record ClassifyItem(String id, String text, String key, List<String> feedback) {

	public ClassifyItem {
		feedback = List.copyOf(feedback);
	}

}
