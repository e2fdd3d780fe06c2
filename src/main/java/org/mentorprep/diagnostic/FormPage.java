package org.mentorprep.diagnostic;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.activity.Answer;
import org.mentorprep.content.ModuleId;
import org.mentorprep.content.PublishedPackId;
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
record FormPage(LinkId link, ModuleId module, String moduleTitle, String version, PublishedPackId pack, int sitting,
		int minutes, Paper paper, Answer given, List<Question.Gap> gaps) {

	/** What is open in a question; absent if nothing is. */
	public Question.@Nullable Gap gap(Question question) {
		return this.gaps.stream().filter((gap) -> gap.number() == question.number()).findFirst().orElse(null);
	}

	/** What was chosen in a field; empty if nothing was. */
	public String chosen(String field) {
		return this.given.first(field).orElse("");
	}

	public List<Sureness> degrees() {
		return List.of(Sureness.values());
	}

}
