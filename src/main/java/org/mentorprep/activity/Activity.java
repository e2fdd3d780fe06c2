package org.mentorprep.activity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An exercise of some kind, filled with its content: knows what to show and how to mark.
 * Implementations are immutable records; the state of an attempt is the fold of its
 * answers.
 */
public interface Activity {

	/** The field by which a form asks to see its step in another shape. */
	String CHANGE = "change";

	/**
	 * Names the kind in pack files, schemas and template fragments, for example
	 * {@code dialogue}.
	 */
	String kind();

	/**
	 * Dimensions that must reach the floor besides the total; most activities have none.
	 */
	default Set<Dimension> critical() {
		return Set.of();
	}

	/**
	 * Flags that hold a pass back, whatever the rest is worth, such as {@code boundary};
	 * most activities have none.
	 */
	default Set<String> caps() {
		return Set.of();
	}

	/**
	 * The state of someone who has not answered yet.
	 * @param seed decides the order in which choices are shown, and nothing else
	 */
	ActivityState begin(long seed);

	/**
	 * What the browser sent for the present step, in the words of the content. A form
	 * that must not name the ids of the content (they may give the key away to whoever
	 * reads the source of the page) is read back here.
	 */
	default Answer read(ActivityState state, Answer sent) {
		return sent;
	}

	/**
	 * What the browser sent if it is not yet an answer but asks to see the step in
	 * another shape, such as an order with one entry moved up: the present step in that
	 * shape. Nothing of it is kept. Empty if what was sent is an answer.
	 * @param sent has a field {@link #CHANGE}
	 */
	default Optional<Step> changed(ActivityState state, Answer sent) {
		return Optional.empty();
	}

	/**
	 * The state after one more answer.
	 * @throws AnswerRefused if the answer is none of those the present step allows;
	 * nothing has changed then
	 * @throws IllegalStateException if the activity was done already
	 */
	ActivityState next(ActivityState state, Answer answer);

	/** All ways through it, for those who look after it; empty if it does not branch. */
	default Optional<RouteMap> routes() {
		return Optional.empty();
	}

	/**
	 * What ways of answering earn that need no understanding, worked out exactly; the
	 * best possible one first. Empty if it can't be worked out.
	 */
	List<Strategy> strategies();

	/** Plays all answers from the beginning: the fold by which an attempt is resumed. */
	default ActivityState replay(long seed, List<Answer> answers) {
		ActivityState state = begin(seed);
		for (Answer answer : answers) {
			state = next(state, answer);
		}
		return state;
	}

}
