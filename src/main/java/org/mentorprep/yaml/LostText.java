package org.mentorprep.yaml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Warns of what YAML takes for a comment or an anchor, and its author perhaps meant as
 * part of the text. YAML drops both without a word.
 */
class LostText {

	private static final int SHOWN = 40;

	private static final Pattern COMMENT = Pattern.compile("[ \\t]*(#.*)");

	private final ScalarResolver resolver = new CoreSchema().getScalarResolver();

	private final List<String> lines;

	private final String path;

	private final int firstLine;

	private final Problems problems;

	private final Map<String, Mark> unusedAnchors = new TreeMap<>();

	LostText(String text, String path, int firstLine, Problems problems) {
		this.lines = text.lines().toList();
		this.path = path;
		this.firstLine = firstLine;
		this.problems = problems;
	}

	void look(Event event) {
		if (event instanceof StreamEndEvent) {
			lookForAnchors();
		}
		else if (event instanceof AliasEvent alias) {
			this.unusedAnchors.remove(alias.getAlias().getValue());
		}
		else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
			event.getStartMark().ifPresent((mark) -> this.unusedAnchors.put(node.getAnchor().get().getValue(), mark));
		}
		if (event instanceof ScalarEvent scalar && scalar.isPlain() && mayBeText(scalar.getValue())) {
			event.getEndMark().ifPresent((end) -> lookForComment(scalar.getValue(), end));
		}
	}

	/** Once all events were seen: an anchor that no alias names may be a word. */
	private void lookForAnchors() {
		this.unusedAnchors.forEach((anchor, mark) -> warn(mark, "YAML takes ‘&" + anchor
				+ "’ for an anchor, and it is lost. If it is part of the text, put the text in quotes."));
	}

	private boolean mayBeText(String value) {
		return value.isEmpty() || this.resolver.resolve(value, true).equals(Tag.STR);
	}

	private void lookForComment(String value, Mark end) {
		String line = (end.getLine() < this.lines.size()) ? this.lines.get(end.getLine()) : "";
		int column = Math.min(end.getColumn(), line.codePointCount(0, line.length()));
		Matcher comment = COMMENT.matcher(line.substring(line.offsetByCodePoints(0, column)));
		if (comment.matches()) {
			warn(end, "YAML takes ‘" + shortened(comment.group(1)) + "’ for a comment, and it is lost"
					+ (value.isEmpty() ? "" : "; the text here is ‘" + shortened(value) + "’")
					+ ". If it is part of the text, put the text in quotes; if not, put it on a line of its own.");
		}
	}

	private void warn(Mark mark, String sentence) {
		this.problems.warn(this.path, mark.getLine() + this.firstLine, sentence);
	}

	private static String shortened(String text) {
		return (text.codePointCount(0, text.length()) > SHOWN)
				? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…" : text;
	}

}
