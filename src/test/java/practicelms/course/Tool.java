package practicelms.course;

/**
 * The tool as the LMS knows it: one registration of it. As in Moodle, a registration that
 * the tool asked for waits until the administrator activates it.
 */
public record Tool(int typeId, String name, String clientId, String deploymentId, boolean active) {

	/** The one that stands in the tool's platforms file. */
	public static final Tool BY_HAND = new Tool(1, "Tool, configured manually", "practice-client", "practice-1", true);

	Tool activated() {
		return new Tool(this.typeId, this.name, this.clientId, this.deploymentId, true);
	}

}
