package org.mentorprep.activity.highlight;

import org.jspecify.annotations.Nullable;

/**
 * One line of a transcript, as the author wrote it.
 *
 * @param who name to show; empty if it is the mentor who works the exercise
 * @param selectable whether it can be ticked
 * @param label id of the kind it is; null if it is not to be found
 * @param feedback what it is likely to do, and why it is of its kind or only looks so
 */
public record HighlightLine(String id, String who, String text, boolean selectable, @Nullable String label,
		@Nullable String feedback) {

	/** Whether it can be ticked and should not be. */
	public boolean foil() {
		return this.selectable && this.label == null;
	}

	/** Whether the mentor who works the exercise says it. */
	public boolean own() {
		return this.who.isEmpty();
	}

}
