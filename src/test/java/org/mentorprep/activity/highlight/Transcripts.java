package org.mentorprep.activity.highlight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.mentorprep.activity.Answer;

/** Transcripts to test with: one that is written out, and any number made by chance. */
final class Transcripts {

	private Transcripts() {
	}

	/** Two verdicts, one loaded question, one foil, and a line that can't be ticked. */
	static Highlight small() {
		return new Highlight(List.of("Read this."), "Which lines judge?",
				List.of(new Highlight.Label("verdict", "Verdict", "Says how good."),
						new Highlight.Label("loaded", "Loaded question", null)),
				List.of(line("hello", "Amina", false, null), line("great", "", true, "verdict"),
						line("see?", "", true, null), line("really?", "", true, "loaded"),
						line("poor lesson", "", true, "verdict")));
	}

	private static Highlight.Line line(String id, String who, boolean selectable, String label) {
		return new Highlight.Line(id, who, "I say " + id, selectable, label, (label != null) ? "Because." : null);
	}

	/** A transcript with at least two kinds and one foil. */
	static Highlight random(Random random) {
		List<Highlight.Label> labels = new ArrayList<>();
		for (int i = 0; i < 2 + random.nextInt(4); i++) {
			labels.add(new Highlight.Label("k" + i, "Kind " + i, null));
		}
		List<Highlight.Line> lines = new ArrayList<>();
		lines.add(line("foil", "", true, null));
		labels.forEach((label) -> lines.add(line("of-" + label.id(), "", true, label.id())));
		for (int i = 0; i < random.nextInt(12); i++) {
			boolean selectable = random.nextInt(4) > 0;
			String label = (selectable && random.nextBoolean()) ? "k" + random.nextInt(labels.size()) : null;
			lines.add(line("l" + i + (random.nextBoolean() ? "?" : ""), selectable ? "" : "Amina", selectable, label));
		}
		return new Highlight(List.of("Read."), "Which?", labels, lines);
	}

	/** Ticks each line or not, and gives any kind, but ticks one at least. */
	static Answer byChance(Highlight highlight, Random random) {
		Map<String, List<String>> marks = new HashMap<>();
		List<Highlight.Line> units = highlight.units();
		marks.put(units.get(random.nextInt(units.size())).id(), anyKind(highlight, random));
		units.stream()
			.filter((line) -> random.nextBoolean())
			.forEach((line) -> marks.put(line.id(), anyKind(highlight, random)));
		return new Answer(marks);
	}

	private static List<String> anyKind(Highlight highlight, Random random) {
		return List.of(highlight.labels().get(random.nextInt(highlight.labels().size())).id());
	}

	/** Lines and their kinds in turn. */
	static Answer marks(String... linesAndKinds) {
		Map<String, List<String>> marks = new HashMap<>();
		for (int i = 0; i < linesAndKinds.length; i += 2) {
			marks.put(linesAndKinds[i], List.of(linesAndKinds[i + 1]));
		}
		return new Answer(marks);
	}

}
