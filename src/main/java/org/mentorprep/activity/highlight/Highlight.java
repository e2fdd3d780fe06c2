package org.mentorprep.activity.highlight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.SinglePage;
import org.mentorprep.activity.Strategy;

/**
 * A transcript in which some lines are to be found and to be told apart by kind. How it
 * is marked stands in {@link HighlightMarking}.
 *
 * @param intro paragraphs before the transcript
 * @param ask what to find
 * @param labels the kinds, in the order in which they are offered
 * @param lines in the order of the conversation
 */
public record Highlight(List<String> intro, String ask, List<Label> labels,
		List<Line> lines) implements SinglePage<HighlightStep> {

	public Highlight {
		intro = List.copyOf(intro);
		labels = List.copyOf(labels);
		lines = List.copyOf(lines);
	}

	@Override
	public String kind() {
		return "highlight";
	}

	@Override
	public List<Strategy> strategies() {
		List<Strategy> scores = new ArrayList<>();
		scores.add(new Strategy("every line with its kind", this.best()));
		for (BlindHighlight strategy : BlindHighlight.values()) {
			scores.add(new Strategy(strategy.way(), strategy.score(this)));
		}
		return List.copyOf(scores);
	}

	@Override
	public HighlightStep ask(long seed) {
		return new HighlightStep(this.intro, this.ask, this.labels, this.lines);
	}

	@Override
	public Answer read(HighlightStep asked, Answer sent) {
		return asked.read(sent);
	}

	@Override
	public Marked mark(HighlightStep asked, Answer answer) {
		Map<String, String> marks = marks(answer);
		return new Marked(HighlightOutcome.of(this, marks), HighlightMarking.mark(this, marks));
	}

	/** The lines that can be ticked. */
	public List<Line> units() {
		return this.lines.stream().filter(Line::selectable).toList();
	}

	/** The score of marking every line as it is. */
	public double best() {
		Map<String, String> marks = new LinkedHashMap<>();
		for (Line line : units()) {
			if (line.label() != null) {
				marks.put(line.id(), line.label());
			}
		}
		return HighlightMarking.mark(this, marks).score();
	}

	/** The kind that each ticked line was given. */
	private Map<String, String> marks(Answer answer) {
		Map<String, String> marks = new LinkedHashMap<>();
		List<AnswerRefused.Gap> gaps = new ArrayList<>();
		for (int index = 0; index < this.lines.size(); index++) {
			Line line = this.lines.get(index);
			if (!line.selectable() || !answer.values().containsKey(line.id())) {
				continue;
			}
			Optional<String> kind = answer.first(line.id()).filter(this::offered);
			kind.ifPresent((id) -> marks.put(line.id(), id));
			if (kind.isEmpty()) {
				gaps.add(new AnswerRefused.Gap("kind-" + (index + 1), line.text()));
			}
		}
		if (!gaps.isEmpty()) {
			throw new AnswerRefused("activity.highlight.kind-missing", gaps);
		}
		if (marks.isEmpty()) {
			throw new AnswerRefused("activity.highlight.none");
		}
		return marks;
	}

	private boolean offered(String kind) {
		return this.labels.stream().anyMatch((label) -> label.id().equals(kind));
	}

	/**
	 * One kind of line that can be told from the others.
	 *
	 * @param name as the list of kinds shows it
	 * @param hint tells it from the others
	 */
	public record Label(String id, String name, @Nullable String hint) {
	}

	/**
	 * One line of a transcript, as the author wrote it.
	 *
	 * @param who name to show; empty if it is the mentor who works the exercise
	 * @param selectable whether it can be ticked
	 * @param label id of the kind it is; null if it is not to be found
	 * @param feedback what it is likely to do, and why it is of its kind or only looks so
	 */
	public record Line(String id, String who, String text, boolean selectable, @Nullable String label,
			@Nullable String feedback) {

		/** Whether it can be ticked and should not be. */
		public boolean foil() {
			return this.selectable && this.label == null;
		}

		/** Whether the mentor who works the exercise says it. */
		public boolean own() {
			return this.who.isEmpty();
		}

	}

}
