package org.mentorprep.content.authoring.exercise;

import org.mentorprep.content.authoring.file.Problems;
import org.mentorprep.content.authoring.file.YamlFile;

/** Writes down problems at places of one file. */
class Placed {

	private final YamlFile file;

	private final Problems problems;

	private boolean none = true;

	Placed(YamlFile file, Problems problems) {
		this.file = file;
		this.problems = problems;
	}

	void add(String pointer, String sentence) {
		this.none = false;
		this.problems.add(this.file.path(), this.file.line(pointer), sentence);
	}

	/** Whether nothing was written down here. */
	boolean none() {
		return this.none;
	}

}
