package org.mentorprep.pack.kind;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.activity.dialogue.DialogueNode;
import org.mentorprep.activity.dialogue.Trust;

/** Makes the conversation of its tree, which was checked before. */
class DialogueBuilder {

	private final JsonNode tree;

	DialogueBuilder(JsonNode tree) {
		this.tree = tree;
	}

	Dialogue build() {
		JsonNode trust = this.tree.at("/state/trust");
		Map<String, DialogueNode> nodes = new LinkedHashMap<>();
		this.tree.path("nodes")
			.propertyStream()
			.forEach((node) -> nodes.put(node.getKey(), node(node.getKey(), node.getValue())));
		return new Dialogue(ExerciseFile.dimensions(this.tree.path("dimensions")),
				ExerciseFile.dimensions(this.tree.path("critical")), caps(),
				new Trust(trust.path("start").asInt(), trust.path("min").asInt(), trust.path("max").asInt()),
				this.tree.path("start").asString(), nodes, rule(this.tree.path("endings"), "text"));
	}

	private Set<String> caps() {
		Set<String> flags = new HashSet<>();
		this.tree.path("caps").forEach((flag) -> flags.add(flag.asString()));
		return flags;
	}

	private DialogueNode node(String id, JsonNode node) {
		List<DialogueNode.Line> say = new ArrayList<>();
		node.path("say").forEach((line) -> say.add(line(line)));
		List<DialogueNode.Choice> choices = new ArrayList<>();
		node.path("choices").forEach((choice) -> choices.add(choice(choice)));
		String ownWords = node.has("own_words") ? ExerciseFile.text(node.path("own_words")) : null;
		return new DialogueNode(id, say, ownWords, ExerciseFile.text(node.path("ask")), choices);
	}

	private DialogueNode.Choice choice(JsonNode choice) {
		Map<Dimension, Integer> score = new EnumMap<>(Dimension.class);
		choice.path("score")
			.propertyStream()
			.forEach((entry) -> score.put(Dimension.valueOf(entry.getKey()), entry.getValue().asInt()));
		@Nullable String flag = choice.has("flag") ? choice.path("flag").asString() : null;
		@Nullable String tone = choice.has("tone") ? choice.path("tone").asString() : null;
		return new DialogueNode.Choice(choice.path("id").asString(), ExerciseFile.text(choice.path("text")), score,
				choice.path("trust").asInt(), flag, tone, line(choice.path("reply")),
				ExerciseFile.text(choice.path("behaviour")), ExerciseFile.text(choice.path("summary")),
				ExerciseFile.paragraphs(choice.path("feedback")), rule(choice.path("goto"), "to"));
	}

	private DialogueNode.Line line(JsonNode line) {
		Map.Entry<String, JsonNode> said = line.properties().iterator().next();
		String speaker = this.tree.path("cast").path(said.getKey()).path("name").asString("");
		return new DialogueNode.Line(speaker.strip(), ExerciseFile.text(said.getValue()));
	}

	private static Trust.Rule rule(JsonNode rule, String outcome) {
		if (rule.isString()) {
			return Trust.Rule.always(rule.asString());
		}
		List<Trust.Case> cases = new ArrayList<>();
		rule.path("when").forEach((entry) -> {
			JsonNode trust = entry.at("/if/trust");
			cases.add(new Trust.Case(bound(trust, "gte"), bound(trust, "lte"), ExerciseFile.text(entry.path(outcome))));
		});
		return new Trust.Rule(cases, ExerciseFile.text(rule.path("else")));
	}

	private static @Nullable Integer bound(JsonNode trust, String name) {
		return trust.has(name) ? trust.path(name).asInt() : null;
	}

}
