package org.mentorprep.activity;

import java.util.List;
import java.util.Optional;

/**
 * An activity that is answered on one page: one step, one outcome, and then the mark.
 *
 * @param <S> what its page asks
 */
public interface SinglePage<S extends Step> extends Activity {

	/** What an attempt with this seed asks. */
	S ask(long seed);

	/** What the browser sent, in the words of the content. */
	Answer read(S asked, Answer sent);

	/**
	 * What comes of an answer.
	 * @throws AnswerRefused if the step does not allow it
	 */
	Marked mark(S asked, Answer answer);

	@Override
	default ActivityState begin(long seed) {
		return new State(seed, List.of(), Optional.of(ask(seed)), Optional.empty());
	}

	@Override
	default Answer read(ActivityState state, Answer sent) {
		return state.done() ? sent : read(ask(((State) state).seed()), sent);
	}

	@Override
	default ActivityState next(ActivityState state, Answer answer) {
		if (state.done()) {
			throw new IllegalStateException("This exercise was answered");
		}
		long seed = ((State) state).seed();
		Marked marked = mark(ask(seed), answer);
		return new State(seed, List.of(marked.outcome()), Optional.empty(), Optional.of(marked.mark()));
	}

	/** What came of the one answer. */
	record Marked(Outcome outcome, Mark mark) {
	}

	/**
	 * Either asked or answered.
	 *
	 * @param seed of the attempt
	 */
	record State(long seed, List<Outcome> outcomes, Optional<Step> step, Optional<Mark> mark) implements ActivityState {

		public State {
			outcomes = List.copyOf(outcomes);
		}

		/** What came of the answer; only of one that was given. */
		public Outcome outcome() {
			return this.outcomes.get(0);
		}

	}

}
