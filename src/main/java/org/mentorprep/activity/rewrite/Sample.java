package org.mentorprep.activity.rewrite;

import java.util.List;
import java.util.Map;

/**
 * A text to train the eye with.
 *
 * @param panel the key: how far it does what each criterion asks, by the criterion's id
 * @param why paragraphs on why it is marked like that
 */
public record Sample(String text, Map<String, Degree> panel, List<String> why) {

	public Sample {
		panel = Map.copyOf(panel);
		why = List.copyOf(why);
	}

	/**
	 * @throws IllegalArgumentException if the panel has no mark for the criterion; the
	 * check of content makes sure that it has
	 */
	Degree panel(String criterion) {
		Degree degree = this.panel.get(criterion);
		if (degree == null) {
			throw new IllegalArgumentException("No mark for " + criterion);
		}
		return degree;
	}

}
