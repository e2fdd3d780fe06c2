package org.mentorprep.registration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Everything that is wrong with one file, each with its line and field, so that whoever
 * wrote it can mend all of it at once.
 */
class FileProblems {

	private final Path file;

	private final List<Problem> problems = new ArrayList<>();

	FileProblems(Path file) {
		this.file = file;
	}

	void add(Node node, String field, String objection) {
		add(lineOf(node), field, objection);
	}

	void add(int line, String field, String objection) {
		this.problems.add(new Problem(line, this.file + ", line " + line + ": " + field + " " + objection + "."));
	}

	void addWithoutLine(String objection) {
		this.problems.add(new Problem(0, this.file + " " + objection + "."));
	}

	/** In the order of the file, so that one can mend it from top to bottom. */
	List<String> sentences() {
		return this.problems.stream().sorted(Comparator.comparingInt(Problem::line)).map(Problem::sentence).toList();
	}

	/** Counted from one, as editors do. */
	static int lineOf(Node node) {
		return node.getStartMark().map((mark) -> mark.getLine() + 1).orElse(1);
	}

	/** One problem and where it stands, for sorting. */
	private record Problem(int line, String sentence) {
	}

}
