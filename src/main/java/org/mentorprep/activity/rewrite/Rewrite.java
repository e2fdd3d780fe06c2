package org.mentorprep.activity.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Progress;
import org.mentorprep.activity.Sheet;
import org.mentorprep.activity.Step;

/**
 * A remark to write anew: write, mark samples, see examples, judge and improve one's own.
 * How it is marked stands in {@link RewriteMarking}.
 *
 * @param situation paragraphs on what has happened
 * @param given the remark as it was
 * @param ask what to write
 * @param criteria what a good version does
 * @param training the samples to mark, the only scored part
 * @param exemplars versions to compare with, the stronger first
 */
public record Rewrite(List<String> situation, String given, String ask, List<Criterion> criteria, List<Sample> training,
		List<Exemplar> exemplars) implements Activity {

	public Rewrite {
		situation = List.copyOf(situation);
		criteria = List.copyOf(criteria);
		training = List.copyOf(training);
		exemplars = List.copyOf(exemplars);
	}

	@Override
	public String kind() {
		return "rewrite";
	}

	@Override
	public Set<Dimension> critical() {
		return Set.of();
	}

	@Override
	public Progress begin(long seed) {
		Step step = new RewriteStep.Write(this.situation, this.given, this.ask);
		return new RewriteProgress(this.given, this.exemplars, List.of(), List.of(), Optional.of(step),
				Optional.empty());
	}

	@Override
	public Answer read(Progress progress, Answer sent) {
		return progress.step().map(RewriteStep.class::cast).map((step) -> step.read(sent)).orElse(sent);
	}

	@Override
	public Progress next(Progress progress, Answer answer) {
		RewriteProgress now = (RewriteProgress) progress;
		RewriteStep step = (RewriteStep) now.step()
			.orElseThrow(() -> new IllegalStateException("This text is finished"));
		if (step instanceof RewriteStep.Write) {
			return after(now, new RewriteOutcome.Written(words(answer)), now.marks());
		}
		if (step instanceof RewriteStep.MarkSample asked) {
			return marked(now, asked.number(), marks(asked.sheet(), answer));
		}
		if (step instanceof RewriteStep.Compare) {
			return after(now, new RewriteOutcome.Compared(), now.marks());
		}
		return after(now, judged((RewriteStep.Judge) step, answer), now.marks());
	}

	/** The score of marking the samples as the panel does. */
	public double best() {
		return RewriteMarking.mark(this, this.training.stream().map(Sample::panel).toList()).score();
	}

	private RewriteProgress marked(RewriteProgress now, int number, Map<String, Degree> marks) {
		Sample sample = this.training.get(number - 1);
		List<RewriteOutcome.Line> lines = new ArrayList<>();
		for (Criterion criterion : this.criteria) {
			lines.add(new RewriteOutcome.Line(criterion.text(), marks.getOrDefault(criterion.id(), Degree.NO),
					sample.panel(criterion.id())));
		}
		return after(now, new RewriteOutcome.Marked(number, sample.text(), lines, sample.why()),
				plus(now.marks(), marks));
	}

	private RewriteOutcome judged(RewriteStep.Judge asked, Answer answer) {
		String words = words(answer);
		Map<String, Degree> marks = marks(asked.sheet(), answer);
		return new RewriteOutcome.Judged(this.criteria.stream()
			.map((criterion) -> new RewriteOutcome.OwnMark(criterion.text(),
					marks.getOrDefault(criterion.id(), Degree.NO)))
			.toList(), words);
	}

	private RewriteProgress after(RewriteProgress now, RewriteOutcome outcome, List<Map<String, Degree>> marks) {
		List<Outcome> outcomes = plus(now.outcomes(), outcome);
		RewriteProgress next = new RewriteProgress(this.given, this.exemplars, marks, outcomes, Optional.empty(),
				Optional.empty());
		Optional<Mark> mark = (outcome instanceof RewriteOutcome.Judged) ? Optional.of(RewriteMarking.mark(this, marks))
				: Optional.empty();
		return new RewriteProgress(this.given, this.exemplars, marks, outcomes,
				mark.isPresent() ? Optional.empty() : Optional.of(step(next, outcome)), mark);
	}

	/** What comes after an outcome that is not the last one. */
	private Step step(RewriteProgress now, RewriteOutcome last) {
		if (last instanceof RewriteOutcome.Compared) {
			return new RewriteStep.Judge(this.given, now.first(), this.criteria);
		}
		int marked = now.marks().size();
		return (marked < this.training.size()) ? new RewriteStep.MarkSample(marked + 1, this.given, now.first(),
				this.training.get(marked).text(), this.criteria)
				: new RewriteStep.Compare(this.given, now.first(), this.exemplars);
	}

	private static String words(Answer answer) {
		String words = answer.first("words").orElse("");
		if (words.length() < RewriteStep.SHORTEST) {
			throw new AnswerRefused("activity.rewrite.too-short");
		}
		if (words.length() > RewriteStep.LONGEST) {
			throw new AnswerRefused("activity.rewrite.too-long");
		}
		return words;
	}

	private static Map<String, Degree> marks(Sheet sheet, Answer answer) {
		Map<String, Degree> marks = new LinkedHashMap<>();
		sheet.chosen(answer, "activity.rewrite.mark-missing")
			.forEach((criterion, word) -> marks.put(criterion, Degree.named(word).orElseThrow()));
		return marks;
	}

	private static <T> List<T> plus(List<T> some, T one) {
		List<T> more = new ArrayList<>(some);
		more.add(one);
		return more;
	}

}
