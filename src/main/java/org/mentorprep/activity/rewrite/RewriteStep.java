package org.mentorprep.activity.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Step;

/**
 * One thing to do with a remark. Forms name criteria by their places, counted from 1:
 * {@code criterion-2}.
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

	/** The marks that a form gives, by the criterion's id; what is none is left out. */
	private static Map<String, List<String>> marks(List<Criterion> criteria, Answer sent) {
		Map<String, List<String>> marks = new HashMap<>();
		for (int index = 0; index < criteria.size(); index++) {
			String id = criteria.get(index).id();
			sent.first("criterion-" + (index + 1))
				.flatMap(Degree::named)
				.ifPresent((degree) -> marks.put(id, List.of(degree.word())));
		}
		return marks;
	}

	private static List<String> words(Answer sent) {
		// Browsers send line breaks as CRLF but count them as one character (HTML,
		// section 4.10.11).
		return List.of(sent.first("words").orElse("").replace("\r\n", "\n").strip());
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

		@Override
		public Answer read(Answer sent) {
			return new Answer(marks(this.criteria, sent));
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

		@Override
		public Answer read(Answer sent) {
			Map<String, List<String>> fields = marks(this.criteria, sent);
			fields.put("words", words(sent));
			return new Answer(fields);
		}

	}

}
