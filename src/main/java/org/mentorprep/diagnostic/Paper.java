package org.mentorprep.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mentorprep.activity.Answer;
import org.mentorprep.content.Diagnostic.Item;

/** The questions of one sitting, on one form. */
record Paper(List<Question> questions) {

	Paper {
		questions = List.copyOf(questions);
	}

	static Paper of(List<Item> items, long seed) {
		List<Question> questions = new ArrayList<>();
		items.forEach((item) -> questions.add(Question.of(questions.size() + 1, item, seed)));
		return new Paper(questions);
	}

	/** What is open still, one thing a question. */
	List<Question.Gap> gaps(Answer sent) {
		return this.questions.stream().map((question) -> question.gap(sent)).flatMap(Optional::stream).toList();
	}

	/** What was answered; only if nothing is open. */
	List<Given> given(Answer sent) {
		return this.questions.stream().map((question) -> question.given(sent)).toList();
	}

	/** What came of answers to these questions. */
	Findings findings(List<Given> given) {
		List<Answered> answers = new ArrayList<>();
		for (int i = 0; i < this.questions.size(); i++) {
			answers.add(this.questions.get(i).answered(given.get(i)));
		}
		return new Findings(answers);
	}

}
