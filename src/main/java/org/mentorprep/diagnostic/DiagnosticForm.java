package org.mentorprep.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Answer;
import org.mentorprep.content.Diagnostic.Item;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.diagnostic.DiagnosticResult.Answered;
import org.mentorprep.launch.LinkId;

/**
 * What the template {@code diagnostic/form} needs: all questions of a sitting. The form
 * posts to its own address and names the sitting and the version of the pack, so that
 * what comes back is read as it was asked.
 *
 * @param version of the pack, for people
 * @param given what was just sent if something was open, so that nothing is lost
 * @param gaps what is open still
 */
record DiagnosticForm(LinkId link, ModuleId module, String moduleTitle, String version, PackVersionId pack, int sitting,
		int minutes, Paper paper, Answer given, List<Question.Gap> gaps) {

	/** What is open in a question; absent if nothing is. */
	public Question.@Nullable Gap gap(Question question) {
		return this.gaps.stream().filter((gap) -> gap.number() == question.number()).findFirst().orElse(null);
	}

	/** What was chosen in a field; empty if nothing was. */
	public String chosen(String field) {
		return this.given.first(field).orElse("");
	}

	public List<Sitting.Confidence> degrees() {
		return List.of(Sitting.Confidence.values());
	}

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
		List<Sitting.Response> given(Answer sent) {
			return this.questions.stream().map((question) -> question.given(sent)).toList();
		}

		/** What came of answers to these questions. */
		DiagnosticResult findings(List<Sitting.Response> given) {
			List<Answered> answers = new ArrayList<>();
			for (int i = 0; i < this.questions.size(); i++) {
				answers.add(this.questions.get(i).answered(given.get(i)));
			}
			return new DiagnosticResult(answers);
		}

	}

}
