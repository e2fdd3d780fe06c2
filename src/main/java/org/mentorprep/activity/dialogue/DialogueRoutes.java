package org.mentorprep.activity.dialogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.mentorprep.activity.RouteMap;

/**
 * Draws the map of a conversation: each node in the row of the fewest decisions to it.
 */
class DialogueRoutes {

	private static final int COLUMN = 150;

	private static final int ROW = 80;

	private final Dialogue dialogue;

	private final Map<String, Integer> rows = new LinkedHashMap<>();

	private final Map<String, RouteMap.Stop> stops = new LinkedHashMap<>();

	DialogueRoutes(Dialogue dialogue) {
		this.dialogue = dialogue;
	}

	RouteMap map() {
		List<String> row = List.of(this.dialogue.start());
		int widest = 1;
		int depth = 0;
		for (; !row.isEmpty(); depth++) {
			Set<String> next = new LinkedHashSet<>();
			for (String id : row) {
				this.rows.put(id, depth);
				next.addAll(after(id).toList());
			}
			widest = Math.max(widest, row.size());
			next.removeAll(this.rows.keySet());
			next.remove(Dialogue.END);
			row = List.copyOf(next);
		}
		this.rows.put(Dialogue.END, depth);
		place(widest);
		return new RouteMap(widest * COLUMN, (depth + 1) * ROW, List.copyOf(this.stops.values()), ways());
	}

	private void place(int widest) {
		Map<Integer, List<String>> byRow = new LinkedHashMap<>();
		this.rows.forEach((id, row) -> byRow.computeIfAbsent(row, (key) -> new ArrayList<>()).add(id));
		byRow.forEach((row, ids) -> {
			for (int at = 0; at < ids.size(); at++) {
				int x = (2 * at + 1) * widest * COLUMN / (2 * ids.size());
				this.stops.put(ids.get(at), stop(ids.get(at), x, row * ROW + ROW / 2));
			}
		});
	}

	private RouteMap.Stop stop(String id, int x, int y) {
		if (id.equals(Dialogue.END)) {
			return new RouteMap.Stop(id, x, y, "", List.of());
		}
		DialogueNode node = this.dialogue.node(id);
		return new RouteMap.Stop(id, x, y, node.ask(),
				node.choices()
					.stream()
					.map((choice) -> new RouteMap.Option(choice.id(), choice.text(),
							(int) Math.round(DialogueMarking.credit(node, choice) * 100), choice.trust(),
							choice.next().outcomes().distinct().toList()))
					.toList());
	}

	private List<RouteMap.Way> ways() {
		List<RouteMap.Way> ways = new ArrayList<>();
		this.stops.values().forEach((from) -> {
			if (!from.id().equals(Dialogue.END)) {
				after(from.id()).distinct().map(this.stops::get).forEach((to) -> {
					if (to != null) {
						ways.add(new RouteMap.Way(from.x(), from.y(), to.x(), to.y()));
					}
				});
			}
		});
		return ways;
	}

	private Stream<String> after(String id) {
		return this.dialogue.node(id).choices().stream().flatMap((choice) -> choice.next().outcomes());
	}

}
