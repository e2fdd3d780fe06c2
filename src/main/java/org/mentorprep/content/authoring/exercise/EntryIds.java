package org.mentorprep.content.authoring.exercise;

import java.util.HashSet;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.mentorprep.content.authoring.file.Problems;
import org.mentorprep.content.authoring.file.YamlFile;

/** Checks that no two entries of a list are called the same. */
final class EntryIds {

	private EntryIds() {
	}

	/**
	 * Whether each entry has an id of its own.
	 * @param pointer the list
	 * @param what its entries are called in the plural, for the sentence
	 */
	static boolean check(YamlFile file, String pointer, String what, Problems problems) {
		Set<String> ids = new HashSet<>();
		boolean single = true;
		JsonNode entries = file.tree().at(pointer);
		for (int i = 0; i < entries.size(); i++) {
			String id = entries.path(i).path("id").asString();
			if (!ids.add(id)) {
				problems.add(file.path(), file.line(pointer + "/" + i + "/id"),
						"Two " + what + " are called " + id + ".");
				single = false;
			}
		}
		return single;
	}

}
