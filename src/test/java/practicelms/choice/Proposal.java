package practicelms.choice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import practicelms.launch.PageMissing;

/**
 * One activity that a tool proposes, read as Moodle does (locallib.php): an item without
 * a type is dropped, and any type becomes an activity.
 *
 * @param custom as lines 'key=value', so a line break in a value begins another one
 * @param column the column it brings; absent if the item has none
 */
public record Proposal(String title, String text, Map<String, String> custom, @Nullable Column column) {

	/** The highest whole maximum that a gradebook takes unless it is told otherwise. */
	private static final int HIGHEST = 100;

	/**
	 * A column as the tool wants it.
	 *
	 * @param maximum null if the tool's is none that a gradebook takes
	 */
	public record Column(@Nullable Integer maximum, String resourceId, String tag) {
	}

	static List<Proposal> all(@Nullable List<Object> items) {
		return (items == null) ? List.of()
				: items.stream()
					.map((item) -> (Map<?, ?>) item)
					.filter((item) -> item.get("type") != null)
					.map(Proposal::of)
					.toList();
	}

	private static Proposal of(Map<?, ?> item) {
		return new Proposal(text(item, "title"), text(item, "text"), custom((Map<?, ?>) item.get("custom")),
				column((Map<?, ?>) item.get("lineItem")));
	}

	private static Map<String, String> custom(@Nullable Map<?, ?> custom) {
		Map<String, String> lines = new LinkedHashMap<>();
		if (custom != null) {
			custom.forEach((name, value) -> {
				if (value instanceof Map || value instanceof List) {
					throw new PageMissing("Object of class stdClass could not be converted to string");
				}
				for (String line : (name + "=" + value).split("\n")) {
					lines.put(line.split("=", 2)[0], line.contains("=") ? line.split("=", 2)[1] : "");
				}
			});
		}
		return lines;
	}

	private static @Nullable Column column(@Nullable Map<?, ?> lineItem) {
		return (lineItem == null) ? null : new Column(maximum(lineItem.get("scoreMaximum")),
				text(lineItem, "resourceId"), text(lineItem, "tag"));
	}

	private static @Nullable Integer maximum(@Nullable Object maximum) {
		boolean taken = maximum instanceof Long whole && whole >= 1 && whole <= HIGHEST;
		return taken ? Integer.valueOf(((Long) maximum).intValue()) : null;
	}

	private static String text(Map<?, ?> json, String name) {
		return Objects.toString(json.get(name), "");
	}

}
