package org.mentorprep.registration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.Objection;

/** All that is wrong with a form, in the order of its fields. */
public final class Problems {

	private final List<Problem> problems = new ArrayList<>();

	void add(String field, @Nullable Objection objection) {
		if (objection != null) {
			add(field, objection.key());
		}
	}

	void add(String field, String objection) {
		this.problems.add(Problem.of(field, objection));
	}

	public boolean isEmpty() {
		return this.problems.isEmpty();
	}

	public List<Problem> all() {
		return List.copyOf(this.problems);
	}

	/** The key of what is wrong with a field; null if nothing is. */
	public @Nullable String of(String field) {
		return this.problems.stream()
			.filter((problem) -> problem.field().equals(field))
			.map(Problem::words)
			.findFirst()
			.orElse(null);
	}

}
