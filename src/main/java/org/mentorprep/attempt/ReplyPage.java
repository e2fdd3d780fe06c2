package org.mentorprep.attempt;

import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Progress;

/**
 * What the template {@code attempt/reply} needs: what came of an answer. The heading of
 * the reply has the id {@code reply} and {@code tabindex="-1"}.
 *
 * @param about the attempt that this is a step of
 * @param number number of the answered step in the URL, from 1
 * @param decision number of the decision for the reader, from 1
 * @param outcome what came of it: shown by the fragment {@code activity/{about.kind} ::
 * {outcome.view}}
 * @param progress how things stood right after this answer, whatever came later
 * @param last whether this was the last answer: then 'Go on' leads to
 * {@code /links/{link}/attempts/{attempt}/debrief}, else to {@code …/answers/{number +
 * 1}}
 * @param keysShown whether the keys may be seen; if not, a kind whose keys would give the
 * next attempt away shows the direction alone
 */
record ReplyPage(AttemptHead about, int number, int decision, Outcome outcome, Progress progress, boolean last,
		boolean keysShown) {
}
