package practicelms.course;

import org.jspecify.annotations.Nullable;

/**
 * A column of the gradebook.
 *
 * @param resourceLinkId the activity it belongs to; absent once a tool has untied it
 */
public record LineItem(String id, String label, double maximum, String resourceId, String tag,
		@Nullable String resourceLinkId) {
}
