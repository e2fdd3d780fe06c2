package org.mentorprep.activity.classify;

import java.util.List;

import org.mentorprep.activity.Sheet;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.classify.Classify.ItemClass;

/** The page that asks for the class of every entry. */
public record ClassifyStep(List<String> intro, String ask, List<ItemClass> classes, Sheet sheet) implements Step {

	public ClassifyStep {
		intro = List.copyOf(intro);
		classes = List.copyOf(classes);
	}

	@Override
	public String view() {
		return "classify";
	}

	/** The classes that need a word of explanation. */
	public List<ItemClass> explained() {
		return this.classes.stream().filter((one) -> !one.hint().isEmpty()).toList();
	}

}
