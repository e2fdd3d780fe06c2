package org.mentorprep.activity.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.mentorprep.activity.Activity;
import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Answer;
import org.mentorprep.activity.AnswerRefused;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Sheet;
import org.mentorprep.activity.Step;
import org.mentorprep.activity.Strategy;

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
	public List<Strategy> strategies() {
		List<Strategy> scores = new ArrayList<>();
		scores.add(new Strategy("the panel's marks", this.best()));
		for (BlindRewrite strategy : BlindRewrite.values()) {
			scores.add(new Strategy(strategy.way(), strategy.score(this)));
		}
		return List.copyOf(scores);
	}

	@Override
	public ActivityState begin(long seed) {
		Step step = new RewriteStep.Write(this.situation, this.given, this.ask);
		return new RewriteState(this.given, this.exemplars, List.of(), List.of(), Optional.of(step), Optional.empty());
	}

	@Override
	public Answer read(ActivityState state, Answer sent) {
		return state.step().map(RewriteStep.class::cast).map((step) -> step.read(sent)).orElse(sent);
	}

	@Override
	public ActivityState next(ActivityState state, Answer answer) {
		RewriteState now = (RewriteState) state;
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

	private RewriteState marked(RewriteState now, int number, Map<String, Degree> marks) {
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

	private RewriteState after(RewriteState now, RewriteOutcome outcome, List<Map<String, Degree>> marks) {
		List<Outcome> outcomes = plus(now.outcomes(), outcome);
		RewriteState next = new RewriteState(this.given, this.exemplars, marks, outcomes, Optional.empty(),
				Optional.empty());
		Optional<Mark> mark = (outcome instanceof RewriteOutcome.Judged) ? Optional.of(RewriteMarking.mark(this, marks))
				: Optional.empty();
		return new RewriteState(this.given, this.exemplars, marks, outcomes,
				mark.isPresent() ? Optional.empty() : Optional.of(step(next, outcome)), mark);
	}

	/** What comes after an outcome that is not the last one. */
	private Step step(RewriteState now, RewriteOutcome last) {
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

	/** One thing to look for in a text. */
	public record Criterion(String id, String text) {
	}

	/** How far a text does what a criterion asks. */
	public enum Degree {

		YES, PARTLY, NO;

		/** The degree that files and forms call by this name. */
		public static Optional<Degree> named(String name) {
			return Arrays.stream(values()).filter((degree) -> degree.word().equals(name)).findFirst();
		}

		/** What files and forms call it, for example {@code partly}. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** Key of the words in the message files. */
		public String messageKey() {
			return "activity.rewrite.degree." + word();
		}

		/**
		 * Credit for this where another is right: full, half for one step off, or none.
		 */
		double credit(Degree right) {
			return 1 - Math.abs(ordinal() - right.ordinal()) / 2.0;
		}

	}

	/**
	 * A version to compare with.
	 *
	 * @param stronger whether it is the stronger one of the two
	 * @param why what makes it stronger or weaker
	 */
	public record Exemplar(String text, boolean stronger, String why) {
	}

	/**
	 * A text to train the eye with.
	 *
	 * @param panel the key: how far it does what each criterion asks, by the criterion's
	 * id
	 * @param why paragraphs on why it is marked like that
	 */
	public record Sample(String text, Map<String, Degree> panel, List<String> why) {

		public Sample {
			panel = Map.copyOf(panel);
			why = List.copyOf(why);
		}

		/**
		 * @throws IllegalArgumentException if the panel has no mark for the criterion;
		 * the check of content makes sure that it has
		 */
		Degree panel(String criterion) {
			Degree degree = this.panel.get(criterion);
			if (degree == null) {
				throw new IllegalArgumentException("No mark for " + criterion);
			}
			return degree;
		}

	}

}
