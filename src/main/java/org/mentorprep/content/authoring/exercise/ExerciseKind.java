package org.mentorprep.content.authoring.exercise;

import java.util.List;

import tools.jackson.databind.JsonNode;

import org.mentorprep.activity.Activity;
import org.mentorprep.content.authoring.file.Problems;
import org.mentorprep.content.authoring.file.YamlFile;

/** One kind of exercise, from its file to the activity that marks answers. */
public interface ExerciseKind {

	/**
	 * What files call it in {@code type}; also the first part of the name of its schema.
	 */
	String name();

	/**
	 * Looks whether every name that the file uses is one that it has.
	 * @param file has the shape of its schema
	 * @return whether it can be built
	 */
	boolean checkReferences(YamlFile file, Problems problems);

	/** The activity of a file that was checked. */
	Activity build(JsonNode tree);

	/**
	 * Checks what the exercise measures.
	 * @param passMark points of 100 that no blind strategy may reach
	 */
	void checkMeaning(YamlFile file, Activity activity, int passMark, Problems problems);

	/**
	 * What strategies earn that understand nothing, worked out exactly, the best possible
	 * play first. Empty if it can't be worked out, which is a problem of its meaning.
	 */
	List<StrategyScore> strategies(Activity activity);

	/** What a panel is asked, so that the key rests on more than its authors. */
	PanelQuestions panel(Activity activity);

	/** The words among which mentors choose, if it is a kind in which they do. */
	default List<Option> options(Activity activity) {
		return List.of();
	}

}
