package org.mentorprep.activity.dialogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.mentorprep.activity.Dimension;
import org.mentorprep.activity.RouteMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The map is drawn in columns of 150 and rows of 80. */
class DialogueRoutesTests {

	private final RouteMap small = Conversations.small().routes().orElseThrow();

	@Test
	void mapHasTheWidthOfItsWidestRowAndARowForTheEnd() {
		assertThat(this.small.width()).isEqualTo(2 * 150);
		assertThat(this.small.height()).isEqualTo(3 * 80);
	}

	@Test
	void eachStopStandsInTheMiddleOfItsShareOfTheRow() {
		assertThat(this.small.stops()).extracting(RouteMap.Stop::id, RouteMap.Stop::x, RouteMap.Stop::y)
			.containsExactly(tuple("door", 150, 40), tuple("opens", 75, 120), tuple("closes", 225, 120),
					tuple("end", 150, 200));
	}

	@Test
	void stopTellsWhatEachChoiceIsWorthAndWhereTrustMayLead() {
		List<String> byTrust = List.of("opens", "closes");
		assertThat(stop(this.small, "door")).isEqualTo(new RouteMap.Stop("door", 150, 40, "What do you say?",
				List.of(new RouteMap.Option("moment", "I say moment.", 100, 1, byTrust),
						new RouteMap.Option("reassure", "I say reassure.", 50, 0, byTrust),
						new RouteMap.Option("verdict", "I say verdict.", 0, -2, byTrust))));
	}

	@Test
	void creditIsRoundedToWholePoints() {
		// M 1/3 and L 0: 1/6. M 0 and L 1/2: 1/4.
		assertThat(stop(this.small, "opens").options()).extracting(RouteMap.Option::points)
			.containsExactly(100, 17, 25);
		assertThat(stop(this.small, "opens").options()).extracting(RouteMap.Option::leadsTo)
			.containsOnly(List.of("end"));
	}

	@Test
	void nothingIsAskedAtTheEnd() {
		assertThat(stop(this.small, "end")).isEqualTo(new RouteMap.Stop("end", 150, 200, "", List.of()));
	}

	@Test
	void lineLeadsFromEachStopToEachThatMayFollowOnce() {
		assertThat(this.small.ways()).containsExactly(new RouteMap.Way(150, 40, 75, 120),
				new RouteMap.Way(150, 40, 225, 120), new RouteMap.Way(75, 120, 150, 200),
				new RouteMap.Way(225, 120, 150, 200));
	}

	@Test
	void stopThatShortAndLongWaysReachStandsInTheRowOfTheShortOne() {
		RouteMap map = routes(node("start", "detour", "goal", "end"), node("detour", "goal"), node("goal", "end"));
		assertThat(stop(map, "detour").y()).isEqualTo(120);
		assertThat(stop(map, "goal").y()).isEqualTo(120);
		assertThat(stop(map, "end").y()).isEqualTo(200);
		assertThat(map.ways()).contains(new RouteMap.Way(75, 120, 225, 120));
	}

	@Test
	void rowOfThreeAndTheStopBelowThemShareTheWidth() {
		RouteMap map = routes(node("start", "a", "b", "c"), node("a", "last"), node("b", "last"), node("c", "last"),
				node("last", "end"));
		assertThat(map.width()).isEqualTo(450);
		assertThat(map.height()).isEqualTo(320);
		assertThat(map.stops()).extracting(RouteMap.Stop::x).containsExactly(225, 75, 225, 375, 225, 225);
		assertThat(map.stops()).extracting(RouteMap.Stop::y).containsExactly(40, 120, 120, 120, 200, 280);
	}

	@Test
	void wayBackLeavesAStopWhereItStood() {
		RouteMap map = routes(node("start", "again"), node("again", "start", "end"));
		assertThat(map.stops()).extracting(RouteMap.Stop::id).containsExactly("start", "again", "end");
		assertThat(stop(map, "start").y()).isEqualTo(40);
		assertThat(map.ways()).contains(new RouteMap.Way(75, 120, 75, 40));
	}

	@Test
	void nodeThatNoWayReachesIsNotDrawn() {
		RouteMap map = routes(node("start", "end"), node("island", "end"));
		assertThat(map.stops()).extracting(RouteMap.Stop::id).containsExactly("start", "end");
	}

	private static RouteMap.Stop stop(RouteMap map, String id) {
		return map.stops().stream().filter((stop) -> stop.id().equals(id)).findFirst().orElseThrow();
	}

	/** A node with one choice for each node that it leads to. */
	private static DialogueNode node(String id, String... leadsTo) {
		return new DialogueNode(id, List.of(), null, "?", List.of(leadsTo)
			.stream()
			.map((to) -> Conversations.choice("to-" + to, Map.of(Dimension.E, 1), 0, null, Trust.Rule.always(to)))
			.toList());
	}

	private static RouteMap routes(DialogueNode... nodes) {
		Map<String, DialogueNode> byId = new HashMap<>();
		for (DialogueNode node : nodes) {
			byId.put(node.id(), node);
		}
		return new DialogueRoutes(new Dialogue(Set.of(Dimension.E), Set.of(), Set.of(), Conversations.TRUST, "start",
				byId, Trust.Rule.always("Over.")))
			.map();
	}

}
