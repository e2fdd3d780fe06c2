package org.mentorprep.activity.rewrite;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.rewrite.Rewrite.Degree;
import org.mentorprep.activity.rewrite.Rewrite.Exemplar;

/**
 * How far someone has come with a remark.
 *
 * @param exemplars the versions to compare with, for the debrief
 * @param marks what was given to each sample so far, by the criterion's id
 */
public record RewriteState(String given, List<Exemplar> exemplars, List<Map<String, Degree>> marks,
		List<Outcome> outcomes, Optional<Step> step, Optional<Mark> mark) implements ActivityState {

	public RewriteState {
		exemplars = List.copyOf(exemplars);
		marks = List.copyOf(marks);
		outcomes = List.copyOf(outcomes);
	}

	/** What one wrote first; empty before that. */
	public String first() {
		return only(RewriteOutcome.Written.class).map(RewriteOutcome.Written::words).orElse("");
	}

	/** What one judged and kept at the end; absent before that. */
	public Optional<RewriteOutcome.Judged> judged() {
		return only(RewriteOutcome.Judged.class);
	}

	/** The samples that were marked so far. */
	public List<RewriteOutcome.Marked> samples() {
		return all(RewriteOutcome.Marked.class);
	}

	private <T> Optional<T> only(Class<T> type) {
		return all(type).stream().findFirst();
	}

	private <T> List<T> all(Class<T> type) {
		return this.outcomes.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
