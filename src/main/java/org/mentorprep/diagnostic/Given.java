package org.mentorprep.diagnostic;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Answer;

/**
 * What somebody answered to one item, in the words of the content.
 *
 * @param item its id
 * @param answer by the fields of the question
 * @param sure absent if they didn't say
 */
record Given(String item, Map<String, List<String>> answer, @Nullable Sureness sure) {

	Given {
		answer = Map.copyOf(answer);
	}

	Answer asAnswer() {
		return new Answer(this.answer);
	}

}
