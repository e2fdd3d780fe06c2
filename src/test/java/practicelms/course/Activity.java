package practicelms.course;

import java.util.Map;

/**
 * An activity of the course that opens the tool.
 *
 * @param cmid id of the activity in the course, in the LMS's own addresses
 * @param contextId the course it stands in: the first one, or a copy of it
 * @param resourceLinkId id of the activity's instance, the only one a tool sees
 * @param custom custom parameters as the teacher typed them, variables unresolved
 */
public record Activity(int cmid, String contextId, String resourceLinkId, String title, String description,
		Map<String, String> custom) {

	/** The courses that this one was copied from, as {@code $Context.id.history}. */
	public String contextHistory() {
		return this.contextId.equals(Course.ID) ? "" : Course.ID;
	}

}
