package org.mentorprep.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.mentorprep.content.Diagnostic;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PublishedPackId;
import org.mentorprep.launch.PersonId;

/**
 * What was handed in, as it is kept.
 *
 * @param number from 1, for each person and module
 * @param given in the order of the page
 * @param known whether it made the reading optional
 */
record Sitting(int number, PublishedPackId pack, long seed, List<Given> given, boolean known) {

	/**
	 * So many are asked of one person in one module: by then every question came often.
	 */
	static final int MOST = 20;

	Sitting {
		given = List.copyOf(given);
	}

	/**
	 * Says what is drawn in a sitting: opening its form again, or in two tabs, shows the
	 * same questions without anything being kept of it.
	 */
	static long seed(PersonId person, ModuleId module, int number) {
		String name = person + " " + module + " " + number;
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
	}

	List<String> items() {
		return this.given.stream().map(Given::item).toList();
	}

	/** The questions as they were asked. */
	Paper paper(Diagnostic diagnostic) {
		return Paper.of(diagnostic.items(items()), this.seed);
	}

}
