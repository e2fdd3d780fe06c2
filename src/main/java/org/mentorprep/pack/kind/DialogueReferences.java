package org.mentorprep.pack.kind;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks within one conversation that every node, person and dimension it names is there,
 * so that it can be built if its shape is right as well. Passes over what has not the
 * shape of its schema: that is told already.
 */
class DialogueReferences {

	private static final String NARRATOR = "narrator";

	private final YamlFile file;

	private final JsonNode tree;

	private final Problems problems;

	private final Set<String> dimensions = new HashSet<>();

	DialogueReferences(YamlFile file, Problems problems) {
		this.file = file;
		this.tree = file.tree();
		this.problems = problems;
		this.tree.path("dimensions").forEach((dimension) -> this.dimensions.add(dimension.asString("")));
	}

	void check() {
		trust();
		dimensions();
		target("/start", this.tree.path("start"));
		if (this.tree.path("cast").has(NARRATOR)) {
			this.problems.add(this.file, "/cast/narrator", "The narrator tells and is nobody of the cast.");
		}
		if (this.tree.path("nodes").has(Dialogue.END)) {
			this.problems.add(this.file, "/nodes/end",
					"A node can't be called end, for that is where a conversation is over.");
		}
		this.tree.path("nodes").propertyStream().forEach((node) -> node("/nodes/" + node.getKey(), node.getValue()));
	}

	private void trust() {
		JsonNode trust = this.tree.at("/state/trust");
		if (!List.of("start", "min", "max").stream().allMatch((bound) -> trust.path(bound).isIntegralNumber())) {
			return;
		}
		int start = trust.path("start").asInt();
		if (start < trust.path("min").asInt() || start > trust.path("max").asInt()) {
			this.problems.add(this.file, "/state/trust", "Trust starts outside its own bounds.");
		}
		if (trust.path("min").asInt() >= trust.path("max").asInt()) {
			this.problems.add(this.file, "/state/trust", "Trust needs room between min and max.");
		}
	}

	private void dimensions() {
		JsonNode critical = this.tree.path("critical");
		for (int i = 0; i < critical.size(); i++) {
			declared("/critical/" + i, critical.path(i).asString(""));
		}
		JsonNode tips = this.tree.path("tips");
		tips.propertyNames().forEach((dimension) -> declared("/tips/" + dimension, dimension));
		for (String dimension : this.dimensions) {
			if (tips.isObject() && !dimension.isEmpty() && !tips.has(dimension)) {
				this.problems.add(this.file, "/tips", "There is no tip for the dimension " + dimension + ".");
			}
		}
	}

	private void node(String at, JsonNode node) {
		JsonNode say = node.path("say");
		for (int i = 0; i < say.size(); i++) {
			speaker(at + "/say/" + i, say.path(i), true);
		}
		Set<String> ids = new HashSet<>();
		JsonNode choices = node.path("choices");
		for (int i = 0; i < choices.size(); i++) {
			String place = at + "/choices/" + i;
			JsonNode choice = choices.path(i);
			String id = choice.path("id").asString("");
			if (!id.isEmpty() && !ids.add(id)) {
				this.problems.add(this.file, place + "/id", "Two options of this node are called " + id + ".");
			}
			choice.path("score")
				.propertyNames()
				.forEach((dimension) -> declared(place + "/score/" + dimension, dimension));
			speaker(place + "/reply", choice.path("reply"), false);
			route(place + "/goto", choice.path("goto"));
		}
	}

	private void route(String at, JsonNode route) {
		if (route.isString()) {
			target(at, route);
			return;
		}
		JsonNode when = route.path("when");
		for (int i = 0; i < when.size(); i++) {
			target(at + "/when/" + i + "/to", when.path(i).path("to"));
		}
		target(at + "/else", route.path("else"));
	}

	private void target(String at, JsonNode named) {
		String node = named.asString("");
		boolean end = node.equals(Dialogue.END) && !at.equals("/start");
		if (!end && !node.isEmpty() && !this.tree.path("nodes").has(node)) {
			this.problems.add(this.file, at, "There is no node " + node + ".");
		}
	}

	private void speaker(String at, JsonNode line, boolean narrated) {
		if (line.size() != 1 || !line.isObject()) {
			return;
		}
		String speaker = line.propertyNames().iterator().next();
		if (speaker.equals(NARRATOR) && !narrated) {
			this.problems.add(this.file, at,
					"A reply is said by someone of the cast; what she does then belongs in behaviour.");
		}
		else if (!speaker.equals(NARRATOR) && !this.tree.path("cast").has(speaker)) {
			this.problems.add(this.file, at, "There is no " + speaker + " in the cast.");
		}
	}

	private void declared(String at, String dimension) {
		if (!dimension.isEmpty() && !this.dimensions.contains(dimension)) {
			this.problems.add(this.file, at, "The dimension " + dimension + " is not declared in dimensions.");
		}
	}

}
