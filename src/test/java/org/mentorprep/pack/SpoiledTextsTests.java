package org.mentorprep.pack;

import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mentorprep.yaml.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spoils one thing in the shipped transcript or remark; the place and the sentence must
 * come of it.
 */
class SpoiledTextsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '"',
			textBlock = """
					m3-lines ~ id: begin ~ id: sink ~ Two lines are called sink.
					m3-lines ~ label: trait ~ label: traits ~ There is no label traits.
					m3-lines ~ who: me\\n    text: Never ~ who: Sam\\n    text: Never ~ The line hard-worker is to be found and can't be ticked.
					m3-lines ~ labels: ~ labels:\\n  praise: {name: Praise} ~ No line is of the kind praise.
					m3-lines ~ label: verdict\\n    feedback: \\|-\\n      He has heard ~ feedback: |-\\n      He has heard ~ Of the 12 lines that can be ticked, 5 are not to be found; between 25 and 40 of 100 should be.
					m3-lines ~ \\{id: thanks, who: Tomasz, text: Thanks.} ~ {id: thanks, who: me, text: Thanks., label: verdict} ~ The line thanks is to be found and has no feedback.
					m3-j10 ~ id: effect, ~ id: seen, ~ Two criteria are called seen.
					m3-j10 ~ id: effect, ~ id: words, ~ A criterion can't be called words, for that is one's own text.
					m3-j10 ~ panel: \\{seen: no, ~ panel: {sight: no, ~ The panel has no mark for seen.
					m3-j10 ~ panel: \\{seen: no, ~ panel: {sight: no, ~ There is no criterion sight.
					m3-j10 ~ panel: \\{seen: no, ~ panel: {seen: maybe, ~ training[1].panel.seen must be one of yes, partly, no.
					m3-j10 ~ quality: weaker ~ quality: stronger ~ One of the exemplars should be stronger and one weaker.
					m3-j10 ~ (yes|partly)([,}]) ~ no$2 ~ The panel marks everything the same, so it marks nothing.
					m3-j10 ~ (?s)partly, view: no}(.*)effect: partly, expected: no, offer ~ no, view: no}$1effect: yes, expected: yes, offer ~ Blind play passes: one mark for each sample, whatever the criterion earns 75.0 of 100 and the pass mark is 70.
					""")
	void refusesSpoiledExercise(String exercise, String from, String to, String sentence) {
		String path = "modules/judgementoring/exercises/" + exercise + ".yaml";
		SortedMap<String, String> texts = new TreeMap<>(Packs.alone(exercise).texts());
		String spoiled = texts.get(path).replaceAll(from, to.replace("\\n", "\n"));
		assertThat(texts.put(path, spoiled)).isNotEqualTo(spoiled);
		assertThat(new PackReader().check(new PackFiles(texts))).extracting(Problem::toString)
			.anySatisfy((problem) -> assertThat(problem).startsWith(path + ":").contains(sentence));
	}

}
