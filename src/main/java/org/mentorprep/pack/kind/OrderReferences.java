package org.mentorprep.pack.kind;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.mentorprep.activity.order.Order;
import org.mentorprep.yaml.Problems;
import org.mentorprep.yaml.YamlFile;

/**
 * Checks that the pairs of an order name steps that are there, and that some order
 * satisfies them all.
 */
class OrderReferences {

	private final YamlFile file;

	private final Problems problems;

	private final List<Order.Pair> pairs;

	private boolean right = true;

	OrderReferences(YamlFile file, Problems problems) {
		this.file = file;
		this.problems = problems;
		this.pairs = OrderKind.pairs(file.tree());
	}

	/** Whether all is there and fits together. */
	boolean check() {
		Set<Set<String>> seen = new HashSet<>();
		for (int i = 0; i < this.pairs.size(); i++) {
			Order.Pair pair = this.pairs.get(i);
			named(i, pair.first());
			named(i, pair.then());
			if (!seen.add(new HashSet<>(List.of(pair.first(), pair.then())))) {
				add(i, "The pair of " + pair.first() + " and " + pair.then() + " stands twice.");
			}
		}
		for (int i = 0; this.right && i < this.pairs.size(); i++) {
			Order.Pair pair = this.pairs.get(i);
			if (leads(pair.then(), pair.first(), new HashSet<>())) {
				add(i, "No order fits: " + pair.first() + " comes before " + pair.then()
						+ ", and by other pairs after it.");
			}
		}
		return this.right;
	}

	private void named(int pair, String id) {
		if (!this.file.tree().path("items").has(id)) {
			add(pair, "There is no step " + id + ".");
		}
	}

	/** Whether one step comes before another by one or more pairs, or is the same. */
	private boolean leads(String from, String to, Set<String> passed) {
		return from.equals(to) || (passed.add(from)
				&& this.pairs.stream().anyMatch((pair) -> pair.first().equals(from) && leads(pair.then(), to, passed)));
	}

	private void add(int pair, String sentence) {
		this.right = false;
		this.problems.add(this.file.path(), this.file.line("/before/" + pair), sentence);
	}

}
