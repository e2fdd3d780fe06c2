package practicelms.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All registrations of the tool. Launches go by the newest one that is active. */
public class Tools {

	private final List<Tool> tools = new ArrayList<>(List.of(Tool.BY_HAND));

	public synchronized List<Tool> all() {
		return List.copyOf(this.tools);
	}

	/** The one that people of the course are sent to. */
	public synchronized Tool current() {
		return this.tools.stream().filter(Tool::active).reduce((first, second) -> second).orElseThrow();
	}

	/** The registration with this client id; whether it is active is not asked. */
	public synchronized Optional<Tool> find(String clientId) {
		return this.tools.stream().filter((tool) -> tool.clientId().equals(clientId)).findFirst();
	}

	/** Keeps one more, which waits for its activation; its deployment is its number. */
	public synchronized Tool add(String name, String clientId, Set<String> claims) {
		int typeId = this.tools.size() + 1;
		Tool tool = new Tool(typeId, name, clientId, String.valueOf(typeId), Set.copyOf(claims), false);
		this.tools.add(tool);
		return tool;
	}

	public synchronized void activate(int typeId) {
		this.tools.replaceAll((tool) -> (tool.typeId() == typeId) ? tool.activated() : tool);
	}

	/** Forgets all but the one that was configured by hand. */
	public synchronized void clear() {
		this.tools.removeIf((tool) -> tool != Tool.BY_HAND);
	}

}
