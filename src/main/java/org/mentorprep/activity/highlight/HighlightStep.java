package org.mentorprep.activity.highlight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.mentorprep.activity.Answer;
import org.mentorprep.activity.Step;

/**
 * The whole transcript to mark. Kept as one field a ticked line: its id, with the id of
 * its kind. The form sends places instead, counted from 1, {@code line-3} for the tick
 * and {@code kind-3} for the kind: ids would give the key away.
 *
 * @param intro paragraphs before the transcript
 * @param ask what to find
 */
public record HighlightStep(List<String> intro, String ask, List<Highlight.Label> labels,
		List<Highlight.Line> lines) implements Step {

	@Override
	public String view() {
		return "highlight-lines";
	}

	/** The place of the first line that can be ticked, from 0. */
	public int first() {
		return this.lines.indexOf(this.lines.stream().filter(Highlight.Line::selectable).findFirst().orElseThrow());
	}

	/** The answer that a form means. A kind on a line without a tick says nothing. */
	Answer read(Answer sent) {
		Map<String, List<String>> kinds = new HashMap<>();
		for (int index = 0; index < this.lines.size(); index++) {
			if (sent.first("line-" + (index + 1)).isPresent()) {
				kinds.put(this.lines.get(index).id(), kind(sent.first("kind-" + (index + 1)).orElse("")));
			}
		}
		return new Answer(kinds);
	}

	private List<String> kind(String place) {
		for (int index = 0; index < this.labels.size(); index++) {
			if (place.equals(String.valueOf(index + 1))) {
				return List.of(this.labels.get(index).id());
			}
		}
		return List.of();
	}

}
