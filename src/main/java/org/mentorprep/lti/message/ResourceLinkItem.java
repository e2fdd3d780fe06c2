package org.mentorprep.lti.message;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One link to be placed (Deep Linking 2.0, section 4.3.5 'LTI Resource Link'). Within it
 * everything is as LMSs take it: whole numbers up to 100, custom values that are one line
 * of text.
 *
 * @param lineItem the column it brings; absent if the LMS wants none
 */
public record ResourceLinkItem(String title, String text, URI url, Map<String, String> custom,
		@Nullable LineItem lineItem) {

	static final String TYPE = "ltiResourceLink";

	public ResourceLinkItem {
		custom = Map.copyOf(custom);
		custom.values().forEach(ResourceLinkItem::requireOneLine);
	}

	/** A line break in a custom value begins another parameter in Moodle. */
	private static void requireOneLine(String value) {
		if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("A custom value is one line of text");
		}
	}

	Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>(
				Map.of("type", TYPE, "title", this.title, "text", this.text, "url", this.url.toString()));
		json.put("custom", this.custom);
		if (this.lineItem != null) {
			json.put("lineItem", this.lineItem.json(this.url));
		}
		return json;
	}

	/**
	 * The column of the gradebook that comes with a link (AGS 2.0, section 3.2).
	 *
	 * @param scoreMaximum from 1 to 100: Moodle falls back to 100 in silence, or refuses
	 * to save the activity
	 * @param resourceId the tool's own id of what is graded
	 */
	public record LineItem(int scoreMaximum, String label, String resourceId, String tag) {

		public LineItem {
			if (scoreMaximum < 1 || scoreMaximum > 100) {
				throw new IllegalArgumentException("A column goes from 1 to 100");
			}
		}

		/** With a door for who reads the gradebook (LTI submission review 1.0, 3). */
		private Map<String, Object> json(URI launch) {
			return Map.of("scoreMaximum", this.scoreMaximum, "label", this.label, "resourceId", this.resourceId, "tag",
					this.tag, "submissionReview", Map.of("reviewableStatus",
							List.of("InProgress", "Submitted", "Completed"), "url", launch.toString()));
		}

	}

}
