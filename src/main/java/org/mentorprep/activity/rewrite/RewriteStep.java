package org.mentorprep.activity.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Sheet;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.rewrite.Rewrite.Criterion;
import org.mentorprep.activity.rewrite.Rewrite.Degree;
import org.mentorprep.activity.rewrite.Rewrite.Exemplar;

/**
 * One thing to do with a remark.
 */
public sealed interface RewriteStep extends Step {

	/** Fewest characters of an own text. */
	int SHORTEST = 120;

	/** Most characters of an own text. */
	int LONGEST = 600;

	/** The remark as it was. */
	String given();

	/** What a form means, in the words of the content. */
	Answer read(Answer sent);

	default int shortest() {
		return SHORTEST;
	}

	default int longest() {
		return LONGEST;
	}

	/** The criteria as a form asks for them, each to be marked. */
	private static Sheet sheet(List<Criterion> criteria) {
		List<Sheet.Line> lines = new ArrayList<>();
		for (Criterion criterion : criteria) {
			lines.add(new Sheet.Line("criterion-" + (lines.size() + 1), criterion.id(), criterion.text()));
		}
		return new Sheet(lines, Arrays.stream(Degree.values()).map(Degree::word).toList());
	}

	private static List<String> words(Answer sent) {
		return List.of(sent.text("words"));
	}

	/**
	 * Write one's own version. Answered by the field {@code words}.
	 *
	 * @param situation paragraphs on what has happened
	 */
	record Write(List<String> situation, String given, String ask) implements RewriteStep {

		@Override
		public String view() {
			return "rewrite-write";
		}

		@Override
		public int stage() {
			return 1;
		}

		@Override
		public Answer read(Answer sent) {
			return new Answer(Map.of("words", words(sent)));
		}

	}

	/**
	 * Mark a sample.
	 *
	 * @param number of the sample, from 1
	 * @param own what one wrote
	 */
	record MarkSample(int number, String given, String own, String sample,
			List<Criterion> criteria) implements RewriteStep {

		@Override
		public String view() {
			return "rewrite-sample";
		}

		@Override
		public int stage() {
			return 2;
		}

		public Sheet sheet() {
			return RewriteStep.sheet(this.criteria);
		}

		@Override
		public Answer read(Answer sent) {
			return sheet().read(sent);
		}

	}

	/** See a stronger and a weaker version. Answered by going on. */
	record Compare(String given, String own, List<Exemplar> exemplars) implements RewriteStep {

		@Override
		public String view() {
			return "rewrite-examples";
		}

		@Override
		public int stage() {
			return 3;
		}

		@Override
		public Answer read(Answer sent) {
			return new Answer(Map.of());
		}

	}

	/**
	 * Judge one's own version, and improve or keep it. Answered by a mark for each
	 * criterion, and by {@code words}.
	 */
	record Judge(String given, String own, List<Criterion> criteria) implements RewriteStep {

		@Override
		public String view() {
			return "rewrite-judge";
		}

		@Override
		public int stage() {
			return 4;
		}

		public Sheet sheet() {
			return RewriteStep.sheet(this.criteria);
		}

		@Override
		public Answer read(Answer sent) {
			Map<String, List<String>> fields = new HashMap<>(sheet().read(sent).values());
			fields.put("words", words(sent));
			return new Answer(fields);
		}

	}

}
