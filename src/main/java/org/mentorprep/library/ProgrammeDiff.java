package org.mentorprep.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import org.mentorprep.library.PackDiff.Weight;

/**
 * What changed in what programmes require. A pack that names none counts as one with a
 * single programme: all its modules, mandatory. {@link PackDiff} reports modules that are
 * gone from the pack.
 */
class ProgrammeDiff {

	private final Map<String, Lists> before;

	private final Map<String, Lists> after;

	private final List<String> modules;

	private final PackDiff.Found found;

	private final String path;

	/**
	 * @param before the pack as a tree
	 * @param after the same of the other version
	 * @param path of the file
	 */
	ProgrammeDiff(JsonNode before, JsonNode after, String path, PackDiff.Found found) {
		this.before = programmes(before);
		this.after = programmes(after);
		this.modules = PackDiff.texts(after.path("modules"));
		this.path = path;
		this.found = found;
	}

	void compare() {
		this.before.forEach((id, programme) -> {
			Lists now = this.after.get(id);
			if (now == null) {
				add(Weight.MAJOR, "The programme " + id + " is gone.");
			}
			else {
				compare("The programme " + id, programme, now);
			}
		});
		without(List.copyOf(this.after.keySet()), List.copyOf(this.before.keySet()))
			.forEach((id) -> add(Weight.MINOR, "The programme " + id + " is new."));
		if (!first(this.before).equals(first(this.after))) {
			add(Weight.MAJOR, "Links that name no programme open " + first(this.after) + ".");
		}
	}

	private void compare(String programme, Lists old, Lists now) {
		without(now.mandatory, old.mandatory)
			.forEach((module) -> add(Weight.MAJOR, programme + " asks for " + module + ", too."));
		still(without(old.mandatory, now.mandatory))
			.forEach((module) -> add(Weight.MAJOR, programme + " does not ask for " + module + " any more."));
		without(without(now.offered, old.offered), old.mandatory)
			.forEach((module) -> add(Weight.MINOR, programme + " offers " + module + ", too."));
		still(without(without(old.offered, now.offered), now.mandatory))
			.forEach((module) -> add(Weight.MAJOR, programme + " does not offer " + module + " any more."));
		if (reordered(old.mandatory, now.mandatory) || reordered(old.offered, now.offered)) {
			add(Weight.PATCH, programme + " has its modules in another order.");
		}
		if (!old.words.equals(now.words)) {
			add(Weight.PATCH, programme + " is put otherwise.");
		}
	}

	private List<String> still(List<String> gone) {
		return gone.stream().filter(this.modules::contains).toList();
	}

	private void add(Weight weight, String sentence) {
		this.found.add(weight, this.path, sentence);
	}

	private static boolean reordered(List<String> old, List<String> now) {
		return !old.equals(now) && old.containsAll(now) && now.containsAll(old);
	}

	private static List<String> without(List<String> ids, List<String> others) {
		return ids.stream().filter((id) -> !others.contains(id)).toList();
	}

	private static String first(Map<String, Lists> programmes) {
		return programmes.keySet().iterator().next();
	}

	private static Map<String, Lists> programmes(JsonNode pack) {
		Map<String, Lists> programmes = new LinkedHashMap<>();
		pack.path("programmes")
			.forEach((programme) -> programmes.put(programme.path("id").asString(""),
					new Lists(PackDiff.texts(programme.path("mandatory")), PackDiff.texts(programme.path("offered")),
							List.of(programme.path("title"), programme.path("why")))));
		if (programmes.isEmpty()) {
			programmes.put(pack.path("id").asString(""),
					new Lists(PackDiff.texts(pack.path("modules")), List.of(), List.of()));
		}
		return programmes;
	}

	/** A programme, as far as it can change. */
	private record Lists(List<String> mandatory, List<String> offered, List<JsonNode> words) {
	}

}
