package org.mentorprep.platform.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All keys of ours, and the rule which of them signs. */
record KeyRing(List<ToolKey> newestFirst) {

	KeyRing {
		newestFirst = newestFirst.stream().sorted(Comparator.comparingInt(ToolKey::generation).reversed()).toList();
	}

	boolean isEmpty() {
		return this.newestFirst.isEmpty();
	}

	/** The youngest that need not wait any more. If all do, the oldest. */
	ToolKey signing(Instant now) {
		return this.newestFirst.stream()
			.filter((key) -> !key.isWaiting(now))
			.findFirst()
			.orElseGet(() -> this.newestFirst.get(this.newestFirst.size() - 1));
	}

	ToolKey newest() {
		return this.newestFirst.get(0);
	}

	/** When another took over; absent while none has. */
	Optional<Instant> replacedAt(ToolKey key, Instant now) {
		return this.newestFirst.stream()
			.filter((other) -> other.generation() > key.generation() && !other.isWaiting(now))
			.map(ToolKey::signsFrom)
			.min(Comparator.naturalOrder());
	}

	/** Those that another replaced longer ago than they are kept. */
	List<ToolKey> outlived(Instant now, Duration keep) {
		return this.newestFirst.stream()
			.filter((key) -> replacedAt(key, now).filter((replaced) -> !replaced.plus(keep).isAfter(now)).isPresent())
			.toList();
	}

}
