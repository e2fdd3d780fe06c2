package org.mentorprep.activity.highlight;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Outcome;

/**
 * The transcript as it was marked, beside what there is to find.
 *
 * @param lines all lines, in the order of the conversation
 * @param kinds names of the kinds there are
 */
public record HighlightOutcome(List<Line> lines, List<String> kinds) implements Outcome {

	public HighlightOutcome {
		lines = List.copyOf(lines);
		kinds = List.copyOf(kinds);
	}

	static HighlightOutcome of(Highlight highlight, Map<String, String> marks) {
		return new HighlightOutcome(highlight.lines()
			.stream()
			.map((line) -> new Line(line, name(highlight, marks.get(line.id())), name(highlight, line.label()),
					Found.of(line, marks.get(line.id()))))
			.toList(), highlight.labels().stream().map(Highlight.Label::name).toList());
	}

	@Override
	public String view() {
		return "highlight-reply";
	}

	@Override
	public boolean hasReply() {
		return true;
	}

	/** How many lines came out in a way. */
	public long count(String found) {
		return this.lines.stream().filter((line) -> line.found().name().equals(found)).count();
	}

	/** How many lines there are to find. */
	public long wanted() {
		return this.lines.stream().filter((line) -> line.line().label() != null).count();
	}

	/** How many of them were ticked, as whatever kind. */
	public long hits() {
		return count("RIGHT") + count("OTHER_KIND");
	}

	/** How much was found of each kind. */
	public List<Kind> byKind() {
		return this.kinds.stream().map((name) -> {
			List<Line> of = this.lines.stream().filter((line) -> name.equals(line.kind())).toList();
			return new Kind(name, of.stream().filter((line) -> line.found() == Found.RIGHT).count(), of.size());
		}).toList();
	}

	private static @Nullable String name(Highlight highlight, @Nullable String label) {
		return highlight.labels()
			.stream()
			.filter((candidate) -> candidate.id().equals(label))
			.map(Highlight.Label::name)
			.findFirst()
			.orElse(null);
	}

	/**
	 * One line with what was made of it.
	 *
	 * @param given name of the kind it was given; null if it was not ticked
	 * @param kind name of the kind it is; null if it is none
	 */
	public record Line(Highlight.Line line, @Nullable String given, @Nullable String kind, Found found) {

		/** Whether there is anything to say of it. */
		public boolean tells() {
			return this.found != Found.LEFT || this.line.feedback() != null;
		}

		public Optional<String> feedback() {
			return Optional.ofNullable(this.line.feedback());
		}

	}

	/** How many lines of a kind were found as that, of how many. */
	public record Kind(String name, long right, long all) {
	}

	/** What became of a line. */
	public enum Found {

		/** Ticked, and of the right kind. */
		RIGHT,
		/** Ticked, and of another kind. */
		OTHER_KIND,
		/** To be found, and not ticked. */
		MISSED,
		/** Ticked, and none of them. */
		FOIL,
		/** Not ticked, and none of them. */
		LEFT;

		/** Key of the words in the message files. */
		public String messageKey() {
			return "activity.highlight.found." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Found of(Highlight.Line line, @Nullable String given) {
			if (given == null) {
				return (line.label() != null) ? MISSED : LEFT;
			}
			if (line.label() == null) {
				return FOIL;
			}
			return Objects.equals(line.label(), given) ? RIGHT : OTHER_KIND;
		}

	}

}
