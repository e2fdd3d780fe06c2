package practicelms.launch;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import practicelms.course.Activity;
import practicelms.course.Course;
import practicelms.course.Person;

/**
 * Resolves custom parameters with Moodle's quirks: a variable without a value becomes
 * null, an unknown one stays as its literal text, a key with capitals comes twice, and
 * what was set for the whole tool wins over what was set for the activity.
 */
final class CustomValues {

	/** Set for the whole tool, as a registration would. */
	private static final Map<String, String> OF_TOOL = Map.of("context_history", "$Context.id.history", "courseLabel",
			"$CourseSection.label", "email", "$Person.email.primary", "due_at", "$ResourceLink.submission.endDateTime");

	private CustomValues() {
	}

	static Map<String, @Nullable String> of(Person person, Course course, Activity activity) {
		Map<String, String> typed = new LinkedHashMap<>(activity.custom());
		typed.putAll(OF_TOOL);
		Map<String, @Nullable String> known = known(person, course, activity);
		Map<String, @Nullable String> values = new LinkedHashMap<>();
		typed.forEach((name, text) -> {
			String value = resolve(text, known);
			values.put(name, value);
			values.put(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_"), value);
		});
		return values;
	}

	private static @Nullable String resolve(String text, Map<String, @Nullable String> known) {
		return (text.startsWith("$") && known.containsKey(text.substring(1))) ? known.get(text.substring(1)) : text;
	}

	private static Map<String, @Nullable String> known(Person person, Course course, Activity activity) {
		Map<String, @Nullable String> values = new HashMap<>();
		values.put("Context.id", activity.contextId());
		values.put("Context.id.history", activity.contextHistory());
		values.put("CourseSection.label", course.label());
		values.put("ResourceLink.id", activity.resourceLinkId());
		values.put("User.id", person.id());
		values.put("User.username", person.username());
		values.put("Person.name.full", person.name());
		values.put("Person.email.primary", null);
		return values;
	}

}
