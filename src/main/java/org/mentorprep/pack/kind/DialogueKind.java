package org.mentorprep.pack.kind;

import java.util.List;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.activity.dialogue.DialoguePaths;
import org.mentorprep.pack.kind.Options.Option;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/** Branching conversations as authors write them. */
public class DialogueKind implements ExerciseKind {

	@Override
	public String name() {
		return "dialogue";
	}

	@Override
	public boolean checkReferences(YamlFile file, Problems problems) {
		return new DialogueReferences(file, problems).check();
	}

	@Override
	public Activity build(JsonNode tree) {
		return new DialogueBuilder(tree).build();
	}

	@Override
	public void checkMeaning(YamlFile file, Activity activity, int passMark, Problems problems) {
		new DialogueMeaning(file, (Dialogue) activity, problems).check(passMark);
		new DialogueAdvice(file, (Dialogue) activity, problems).give();
	}

	@Override
	public PanelQuestions panel(Activity activity) {
		return new DialoguePanel((Dialogue) activity).questions();
	}

	@Override
	public List<Option> options(Activity activity) {
		return ((Dialogue) activity).nodes()
			.values()
			.stream()
			.flatMap((node) -> node.choices()
				.stream()
				.map((choice) -> new Option(choice.text(), DialoguePaths.credit(node, choice))))
			.toList();
	}

}
