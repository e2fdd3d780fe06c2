package practicelms.course;

import java.util.Map;

/**
 * An activity of the course that opens the tool.
 *
 * @param cmid id of the activity in the course, in the LMS's own addresses
 * @param resourceLinkId id of the activity's instance, the only one a tool sees
 * @param custom custom parameters as the teacher typed them, variables unresolved
 */
public record Activity(int cmid, String resourceLinkId, String title, String description, Map<String, String> custom) {
}
