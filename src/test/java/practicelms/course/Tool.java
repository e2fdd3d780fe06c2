package practicelms.course;

import java.util.Set;

/**
 * The tool as the LMS knows it: one registration of it. As in Moodle, a registration that
 * the tool asked for waits until the administrator activates it.
 *
 * @param claims what the tool asked to be told about people
 */
public record Tool(int typeId, String name, String clientId, String deploymentId, Set<String> claims, boolean active) {

	/** The one that stands in the tool's platforms file. */
	public static final Tool BY_HAND = new Tool(1, "Tool, configured manually", "practice-client", "practice-1",
			Set.of("name", "given_name", "family_name"), true);

	/** Any of the names brings all of them. */
	public boolean isToldNames() {
		return this.claims.contains("name") || this.claims.contains("given_name")
				|| this.claims.contains("family_name");
	}

	public boolean isToldEmail() {
		return this.claims.contains("email");
	}

	Tool activated() {
		return new Tool(this.typeId, this.name, this.clientId, this.deploymentId, this.claims, true);
	}

}
