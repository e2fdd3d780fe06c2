package org.mentorprep.activity.dialogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.mentorprep.activity.Dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DialoguePathsTests {

	@Test
	void countsDecisionsOfShortestAndLongestWay() {
		DialoguePaths paths = new DialoguePaths(Conversations.small());
		assertThat(paths.shortest()).isEqualTo(2);
		assertThat(paths.longest()).isEqualTo(2);
	}

	@Test
	void countsWhereADimensionTellsChoicesApart() {
		DialoguePaths paths = new DialoguePaths(Conversations.small());
		assertThat(paths.fewest(Dimension.E)).isEqualTo(1);
		assertThat(paths.fewest(Dimension.H)).isZero();
	}

	@Test
	void countsOnWhereWaysMeet() {
		// Both choices lead to the same place, and from there it is one decision more.
		DialoguePaths paths = new DialoguePaths(
				dialogue(node("start", 0, Trust.Rule.always("then")), node("then", 0, Trust.Rule.always("end"))));
		assertThat(paths.shortest()).isEqualTo(2);
		assertThat(paths.longest()).isEqualTo(2);
		assertThat(paths.fewest(Dimension.E)).isEqualTo(2);
	}

	@Test
	void bestScoreIsThatOfAWholeWay() {
		// First 1 and 0; then each choice has one dimension of two: 1/2 whatever is said.
		DialogueNode either = new DialogueNode("either", List.of(), null, "?",
				List.of(Conversations.choice("a", Map.of(Dimension.E, 3), 0, null, Trust.Rule.always("end")),
						Conversations.choice("b", Map.of(Dimension.Q, 3), 0, null, Trust.Rule.always("end"))));
		DialoguePaths paths = new DialoguePaths(dialogue(node("start", 0, Trust.Rule.always("either")), either));
		assertThat(paths.bestScore()).isEqualTo(0.75);
		assertThat(new DialoguePaths(Conversations.small()).bestScore()).isEqualTo(1);
	}

	@Test
	void tellsAuthorsWhatANodeMarks() {
		DialogueNode door = Conversations.small().node("door");
		assertThat(DialogueMarking.discriminating(door)).containsExactlyInAnyOrder(Dimension.E, Dimension.Q);
		assertThat(door.choices()).extracting((choice) -> DialogueMarking.credit(door, choice))
			.containsExactly(1.0, 0.5, 0.0);
	}

	@Test
	void reachesOnlyWhatTrustCanAttain() {
		DialogueNode start = node("start", 1, new Trust.Rule(List.of(new Trust.Case(2, null, "never")), "end"));
		DialogueNode never = node("never", 0, Trust.Rule.always("end"));
		assertThat(new DialoguePaths(dialogue(start, never)).reached()).containsExactly("start");
	}

	@Test
	void findsTheRoundThatNeedNeverEnd() {
		DialoguePaths paths = new DialoguePaths(dialogue(node("start", 0, Trust.Rule.always("start"))));
		assertThat(paths.endless()).contains("start");
		assertThatIllegalStateException().isThrownBy(paths::longest);
	}

	@Test
	void acceptsARoundThatTrustEnds() {
		DialoguePaths paths = new DialoguePaths(
				dialogue(node("start", 1, new Trust.Rule(List.of(new Trust.Case(3, null, "end")), "start"))));
		assertThat(paths.endless()).isEmpty();
		assertThat(paths.longest()).isEqualTo(3);
	}

	private static DialogueNode node(String id, int trust, Trust.Rule next) {
		return new DialogueNode(id, List.of(), null, "?",
				List.of(Conversations.choice("a", Map.of(Dimension.E, 3), trust, null, next),
						Conversations.choice("b", Map.of(Dimension.E, 0), trust, null, next)));
	}

	private static Dialogue dialogue(DialogueNode... nodes) {
		Map<String, DialogueNode> byId = new HashMap<>();
		for (DialogueNode node : nodes) {
			byId.put(node.id(), node);
		}
		return new Dialogue(Set.of(Dimension.E), Set.of(), Set.of(), Conversations.TRUST, nodes[0].id(), byId,
				Trust.Rule.always("Over."));
	}

}
