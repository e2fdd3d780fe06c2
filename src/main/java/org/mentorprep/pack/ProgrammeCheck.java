package org.mentorprep.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks that each programme is one of its own and puts modules of the pack together,
 * each of them once.
 */
class ProgrammeCheck {

	private static final String PROGRAMMES = "/programmes";

	private final PackTrees trees;

	private final Problems problems;

	ProgrammeCheck(PackTrees trees, Problems problems) {
		this.trees = trees;
		this.problems = problems;
	}

	void check() {
		this.trees.pack().filter((pack) -> pack.tree().has("programmes")).ifPresent((pack) -> {
			Set<String> ids = new HashSet<>();
			Set<String> used = new HashSet<>();
			List<JsonNode> programmes = pack.tree().at(PROGRAMMES).valueStream().toList();
			for (int i = 0; i < programmes.size(); i++) {
				String at = PROGRAMMES + "/" + i;
				String id = programmes.get(i).path("id").asString("");
				if (!ids.add(id)) {
					this.problems.add(pack.path(), pack.line(at + "/id"), "There are two programmes " + id + ".");
				}
				used.addAll(modules(pack, at, id));
			}
			leftOut(pack, used);
		});
	}

	/** The modules that a programme names, looked at one by one. */
	private Set<String> modules(YamlFile pack, String at, String programme) {
		Set<String> named = new HashSet<>();
		for (String list : List.of("/mandatory", "/offered")) {
			List<JsonNode> modules = pack.tree().at(at + list).valueStream().toList();
			for (int i = 0; i < modules.size(); i++) {
				String module = modules.get(i).asString("");
				int line = pack.line(at + list + "/" + i);
				if (!of(pack).contains(module)) {
					this.problems.add(pack.path(), line, "There is no module " + module + " in this pack.");
				}
				else if (!named.add(module)) {
					this.problems.add(pack.path(), line,
							"The programme " + programme + " names the module " + module + " twice.");
				}
			}
		}
		return named;
	}

	private void leftOut(YamlFile pack, Set<String> used) {
		List<String> modules = of(pack);
		for (int i = 0; i < modules.size(); i++) {
			if (!used.contains(modules.get(i))) {
				this.problems.warn(pack.path(), pack.line("/modules/" + i),
						"No programme has the module " + modules.get(i) + ": it can only be placed by itself.");
			}
		}
	}

	private static List<String> of(YamlFile pack) {
		return pack.tree().path("modules").valueStream().map((module) -> module.asString("")).toList();
	}

}
