package org.mentorprep.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that asks the same of several entries, such as a rating of each response. Fields
 * and values name places, counted from 1, for ids of the content may give the key away.
 *
 * @param lines the entries, in the order in which they are shown
 * @param values ids of what may be chosen, in the order in which it is shown
 */
public record Sheet(List<Line> lines, List<String> values) {

	public Sheet {
		lines = List.copyOf(lines);
		values = List.copyOf(values);
	}

	/**
	 * The sheet of one attempt.
	 * @param texts of the entries, by id
	 */
	public static Sheet of(Map<String, String> texts, List<String> values, long seed) {
		List<Line> lines = new ArrayList<>();
		for (String id : Shuffle.of(texts.keySet(), (text) -> text, seed, "sheet")) {
			lines.add(new Line("entry-" + (lines.size() + 1), id, texts.getOrDefault(id, "")));
		}
		return new Sheet(lines, values);
	}

	/**
	 * What the form sent, by the ids of entries and values; leaves out what is neither.
	 */
	public Answer read(Answer sent) {
		Map<String, List<String>> chosen = new HashMap<>();
		for (Line line : this.lines) {
			String place = sent.first(line.field()).orElse("");
			for (int i = 0; i < this.values.size(); i++) {
				if (place.equals(String.valueOf(i + 1))) {
					chosen.put(line.id(), List.of(this.values.get(i)));
				}
			}
		}
		return new Answer(chosen);
	}

	/**
	 * What was chosen for each entry, in the order in which they are shown.
	 * @param missing key of the message for an entry for which nothing was chosen; its
	 * argument is the text of the entry
	 */
	public Map<String, String> chosen(Answer answer, String missing) {
		Map<String, String> chosen = new LinkedHashMap<>();
		List<AnswerRefused.Gap> gaps = new ArrayList<>();
		for (Line line : this.lines) {
			answer.first(line.id())
				.filter(this.values::contains)
				.ifPresentOrElse((value) -> chosen.put(line.id(), value),
						() -> gaps.add(new AnswerRefused.Gap(line.field(), line.text())));
		}
		if (!gaps.isEmpty()) {
			throw new AnswerRefused(missing, gaps);
		}
		return chosen;
	}

	/**
	 * One entry.
	 *
	 * @param field its name in the form
	 */
	public record Line(String field, String id, String text) {
	}

}
