package org.mentorprep.pack.kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.activity.dialogue.DialogueNode;
import org.mentorprep.activity.dialogue.DialogueMarking;
import org.mentorprep.activity.dialogue.Trust;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** Branching conversations as authors write them. */
class DialogueKind implements ExerciseKind {

	private static final String BEST = "best";

	private static final String PARTLY = "partly";

	private static final String NOT_HERE = "not-here";

	@Override
	public String name() {
		return "dialogue";
	}

	@Override
	public void checkReferences(YamlFile file, Problems problems) {
		new DialogueReferences(file, problems).check();
	}

	@Override
	public Activity build(JsonNode tree) {
		JsonNode trust = tree.at("/state/trust");
		JsonNode cast = tree.path("cast");
		Map<String, DialogueNode> nodes = new LinkedHashMap<>();
		tree.path("nodes")
			.propertyStream()
			.forEach((node) -> nodes.put(node.getKey(), node(node.getKey(), node.getValue(), cast)));
		return new Dialogue(ExerciseFile.dimensions(tree.path("dimensions")),
				ExerciseFile.dimensions(tree.path("critical")),
				tree.path("caps").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
				new Trust(trust.path("start").asInt(), trust.path("min").asInt(), trust.path("max").asInt()),
				tree.path("start").asString(), nodes, rule(tree.path("endings"), "text"));
	}

	@Override
	public void checkMeaning(YamlFile file, Activity activity, int passMark, Problems problems) {
		new DialogueMeaning(file, (Dialogue) activity, problems).check(passMark);
		new DialogueAdvice(file, (Dialogue) activity, problems).give();
	}

	/**
	 * Asks about each decision. What a panel says of an option is compared with the word
	 * above its feedback. An option is the best or it is not; between the two other
	 * answers the mode decides.
	 */
	@Override
	public PanelQuestions panel(Activity activity) {
		List<PanelQuestions.Choice> choices = List.of(
				PanelQuestions.Choice.spoken(BEST, "activity.panel.answer.best", 0),
				PanelQuestions.Choice.spoken(PARTLY, "activity.panel.answer.partly", 1),
				PanelQuestions.Choice.spoken(NOT_HERE, "activity.panel.answer.not-here", 1));
		return new PanelQuestions(PanelQuestions.Rule.CLEAR, List.of(), choices,
				decisions((Dialogue) activity).stream().map(DialogueKind::part).toList());
	}

	@Override
	public List<Option> options(Activity activity) {
		return ((Dialogue) activity).nodes()
			.values()
			.stream()
			.flatMap((node) -> node.choices().stream().map((choice) -> option(node, choice)))
			.toList();
	}

	static Option option(DialogueNode node, DialogueNode.Choice choice) {
		return new Option(choice.text(), DialogueMarking.credit(node, choice));
	}

	private static DialogueNode node(String id, JsonNode node, JsonNode cast) {
		List<DialogueNode.Line> say = node.path("say").valueStream().map((line) -> line(line, cast)).toList();
		List<DialogueNode.Choice> choices = node.path("choices")
			.valueStream()
			.map((choice) -> choice(choice, cast))
			.toList();
		return new DialogueNode(id, say, ExerciseFile.optional(node, "own_words"), ExerciseFile.text(node.path("ask")),
				choices);
	}

	private static DialogueNode.Choice choice(JsonNode choice, JsonNode cast) {
		Map<Dimension, Integer> score = new EnumMap<>(Dimension.class);
		choice.path("score")
			.propertyStream()
			.forEach((entry) -> score.put(Dimension.valueOf(entry.getKey()), entry.getValue().asInt()));
		@Nullable String flag = choice.has("flag") ? choice.path("flag").asString() : null;
		@Nullable String tone = choice.has("tone") ? choice.path("tone").asString() : null;
		return new DialogueNode.Choice(choice.path("id").asString(), ExerciseFile.text(choice.path("text")), score,
				choice.path("trust").asInt(), flag, tone, line(choice.path("reply"), cast),
				ExerciseFile.text(choice.path("behaviour")), ExerciseFile.text(choice.path("summary")),
				ExerciseFile.paragraphs(choice.path("feedback")), rule(choice.path("goto"), "to"));
	}

	private static DialogueNode.Line line(JsonNode line, JsonNode cast) {
		Map.Entry<String, JsonNode> said = line.properties().iterator().next();
		String speaker = cast.path(said.getKey()).path("name").asString("");
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

	/** All nodes, in the order in which one can come to them. */
	private static List<DialogueNode> decisions(Dialogue dialogue) {
		Set<String> met = new LinkedHashSet<>(List.of(dialogue.start(), Dialogue.END));
		Deque<String> toVisit = new ArrayDeque<>(List.of(dialogue.start()));
		List<DialogueNode> decisions = new ArrayList<>();
		while (!toVisit.isEmpty()) {
			DialogueNode node = dialogue.node(toVisit.remove());
			decisions.add(node);
			node.choices()
				.stream()
				.flatMap((choice) -> choice.next().outcomes())
				.filter(met::add)
				.forEach(toVisit::add);
		}
		return decisions;
	}

	private static PanelQuestions.Part part(DialogueNode node) {
		List<PanelQuestions.Line> before = node.say()
			.stream()
			.map((line) -> new PanelQuestions.Line(line.speaker(), line.text()))
			.toList();
		List<PanelQuestions.Thing> options = node.choices()
			.stream()
			.map((choice) -> new PanelQuestions.Thing(node.id() + " " + choice.id(), choice.text(),
					key(option(node, choice))))
			.toList();
		return new PanelQuestions.Part(before, node.ask(), options, false);
	}

	private static String key(Option option) {
		if (option.best()) {
			return BEST;
		}
		return option.partial() ? PARTLY : NOT_HERE;
	}

}
