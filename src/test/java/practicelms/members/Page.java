package practicelms.members;

import java.util.List;

import org.jspecify.annotations.Nullable;
import practicelms.course.Person;

/**
 * A part of the list of members; without a limit all of it.
 *
 * @param more whether others come after these
 */
record Page(List<Person> people, int limit, int from, boolean more) {

	static Page of(List<Person> all, @Nullable String limit, @Nullable String from) {
		int most = number(limit);
		if (most <= 0) {
			return new Page(all, 0, 0, false);
		}
		int first = Math.max(0, number(from));
		List<Person> people = all.stream().skip(first).limit(most).toList();
		return new Page(people, most, first, all.size() > first + people.size() && !people.isEmpty());
	}

	/** What is no number counts as none. */
	private static int number(@Nullable String text) {
		return (text != null && text.matches("-?\\d{1,9}")) ? Integer.parseInt(text) : 0;
	}

}
