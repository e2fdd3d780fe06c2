package org.mentorprep.content.authoring.exercise.dialogue;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.dialogue.BlindStrategy;
import org.mentorprep.activity.dialogue.Dialogue;
import org.mentorprep.activity.dialogue.DialoguePaths;
import org.mentorprep.content.authoring.exercise.ExerciseKind;
import org.mentorprep.content.authoring.exercise.Option;
import org.mentorprep.content.authoring.exercise.PanelQuestions;
import org.mentorprep.content.authoring.exercise.StrategyScore;
import org.mentorprep.content.authoring.file.Problems;
import org.mentorprep.content.authoring.file.YamlFile;

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
	public List<StrategyScore> strategies(Activity activity) {
		DialoguePaths paths = new DialoguePaths((Dialogue) activity);
		if (paths.endless().isPresent()) {
			return List.of();
		}
		List<StrategyScore> scores = new ArrayList<>();
		scores.add(new StrategyScore("the best way", paths.bestScore()));
		for (BlindStrategy strategy : BlindStrategy.values()) {
			scores.add(new StrategyScore(strategy.words(), strategy.expectedScore(paths)));
		}
		return List.copyOf(scores);
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
