package org.mentorprep.testing;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds those that use each other in a ring: each reaches every other of its ring.
 */
public final class Rings {

	private final Map<String, ? extends Collection<String>> uses;

	/**
	 * @param uses whom each uses
	 */
	public Rings(Map<String, ? extends Collection<String>> uses) {
		this.uses = uses;
	}

	/** Every ring of two or more, as large as it is. */
	public Set<Set<String>> all() {
		Set<Set<String>> rings = new HashSet<>();
		for (String one : this.uses.keySet()) {
			Set<String> ring = new TreeSet<>(reached(one));
			ring.removeIf((other) -> !reached(other).contains(one));
			if (ring.size() > 1) {
				rings.add(ring);
			}
		}
		return rings;
	}

	private Set<String> reached(String from) {
		Set<String> reached = new HashSet<>();
		Deque<String> next = new ArrayDeque<>(Set.of(from));
		while (!next.isEmpty()) {
			for (String used : uses(next.pop())) {
				if (reached.add(used)) {
					next.push(used);
				}
			}
		}
		return reached;
	}

	private Collection<String> uses(String one) {
		Collection<String> used = this.uses.get(one);
		return (used != null) ? used : Set.of();
	}

}
