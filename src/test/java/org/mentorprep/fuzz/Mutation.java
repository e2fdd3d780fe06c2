package org.mentorprep.fuzz;

import java.util.Map;
import java.util.function.Consumer;

/**
 * One thing that is done to a request.
 *
 * @param spoils whether nobody may be let in any more, whatever else is done
 */
record Mutation(String name, boolean spoils, Consumer<Knock> change) {

	private static final int LONGEST_NAME = 120;

	Mutation {
		name = name.replaceAll("[^\\x20-\\x7e]", "?");
		name = (name.length() <= LONGEST_NAME) ? name : name.substring(0, LONGEST_NAME) + "… of " + name.length();
	}

	static Mutation spoils(String name, Consumer<Knock> change) {
		return new Mutation(name, true, change);
	}

	/** It may pass or not: both are right. */
	static Mutation open(String name, Consumer<Knock> change) {
		return new Mutation(name, false, change);
	}

	/** What another mutation took away stays away: two must not mend each other. */
	static void replace(Map<String, Object> json, String name, Object other) {
		if (json.containsKey(name)) {
			json.put(name, other);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
