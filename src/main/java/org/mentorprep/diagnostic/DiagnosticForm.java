package org.mentorprep.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Answer;
import org.mentorprep.content.Diagnostic.Item;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.Pack;
import org.mentorprep.content.PackVersionId;
import org.mentorprep.diagnostic.DiagnosticResult.Answered;
import org.mentorprep.diagnostic.Sitting.Next;
import org.mentorprep.launch.LinkId;
import org.mentorprep.programme.CurrentLink;

/**
 * What the template {@code diagnostic/form} needs: all questions of a sitting. The form
 * posts to its own address and names the sitting and the version of the pack, so that
 * what comes back is read as it was asked.
 *
 * @param version of the pack, for people
 * @param practice whether it changes nothing where the person is a learner
 * @param given what was just sent if something was open, so that nothing is lost
 * @param gaps what is open still
 */
record DiagnosticForm(LinkId link, ModuleId module, String moduleTitle, String version, PackVersionId pack, int sitting,
		boolean practice, int minutes, Questions questions, Answer given, List<Question.Gap> gaps) {

	static DiagnosticForm of(CurrentLink link, ModuleId module, Pack pack, Next next, Answer given,
			List<Question.Gap> gaps) {
		return new DiagnosticForm(link.id(), module, link.module(pack, module).title(), pack.version(), pack.id(),
				next.number(), link.practice(), pack.diagnostic(module).orElseThrow().minutes(), next.questions(),
				given, gaps);
	}

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
	record Questions(List<Question> all) {

		Questions {
			all = List.copyOf(all);
		}

		static Questions of(List<Item> items, long seed) {
			List<Question> all = new ArrayList<>();
			items.forEach((item) -> all.add(Question.of(all.size() + 1, item, seed)));
			return new Questions(all);
		}

		/** What is open still, one thing a question. */
		List<Question.Gap> gaps(Answer sent) {
			return this.all.stream().map((question) -> question.gap(sent)).flatMap(Optional::stream).toList();
		}

		/** What was answered; only if nothing is open. */
		List<Sitting.Response> given(Answer sent) {
			return this.all.stream().map((question) -> question.given(sent)).toList();
		}

		/** What came of answers to these questions. */
		DiagnosticResult result(List<Sitting.Response> given) {
			List<Answered> answers = new ArrayList<>();
			for (int i = 0; i < this.all.size(); i++) {
				answers.add(this.all.get(i).answered(given.get(i)));
			}
			return new DiagnosticResult(answers);
		}

	}

}
