package org.mentorprep.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Everything that is wrong with one file, each with its line and field, so that whoever
 * wrote it can mend all of it at once.
 */
class FileProblems {

	private final Path file;

	private final List<String> sentences = new ArrayList<>();

	FileProblems(Path file) {
		this.file = file;
	}

	void add(Node node, String field, String objection) {
		add(lineOf(node), field, objection);
	}

	void add(int line, String field, String objection) {
		this.sentences.add(this.file + ", line " + line + ": " + field + " " + objection + ".");
	}

	void addWithoutLine(String objection) {
		this.sentences.add(this.file + " " + objection + ".");
	}

	List<String> sentences() {
		return List.copyOf(this.sentences);
	}

	/** Counted from one, as editors do. */
	static int lineOf(Node node) {
		return node.getStartMark().map((mark) -> mark.getLine() + 1).orElse(1);
	}

}
