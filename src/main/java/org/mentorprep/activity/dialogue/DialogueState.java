package org.mentorprep.activity.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mentorprep.activity.ActivityState;
import org.mentorprep.activity.Mark;
import org.mentorprep.activity.Outcome;
import org.mentorprep.activity.Step;

/**
 * How far someone has come in a conversation.
 *
 * @param seed of the attempt; orders the options
 * @param node where one is, or {@link Dialogue#END}
 * @param trust where trust stands now
 * @param bounds start and bounds of trust
 * @param ending what happened between the two; present when the conversation is over
 */
public record DialogueState(long seed, String node, int trust, Trust bounds, List<Outcome> outcomes,
		Optional<Step> step, Optional<Mark> mark, Optional<String> ending) implements ActivityState {

	public DialogueState {
		outcomes = List.copyOf(outcomes);
	}

	/** The conversation so far, one entry a decision that was taken. */
	public List<DialogueOutcome.Reply> conversation() {
		return this.outcomes.stream()
			.filter(DialogueOutcome.Reply.class::isInstance)
			.map(DialogueOutcome.Reply.class::cast)
			.toList();
	}

	/** How many decisions were taken. */
	public int decisions() {
		return conversation().size();
	}

	/** What the other felt able to tell, from the start on; shown afterwards. */
	public Trust.Line trustLine() {
		List<Trust.Point> points = new ArrayList<>();
		points.add(point(0, this.bounds.start(), ""));
		for (DialogueOutcome.Reply reply : conversation()) {
			points.add(point(reply.decision(), reply.trust(), reply.summary()));
		}
		return new Trust.Line(this.bounds, points);
	}

	private Trust.Point point(int decision, int trust, String summary) {
		return new Trust.Point(decision, trust, this.bounds.level(trust), summary);
	}

}
