package org.mentorprep.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the page of the ledger shows.
 *
 * @param lines newest first
 * @param isOlder whether there are newer ones on another page
 * @param olderThan where the next page begins; absent if there is none
 * @param check whether the sealed lines are as they were when they were sealed
 */
public record LedgerPage(List<LedgerEntry> lines, boolean isOlder, @Nullable Long olderThan, LedgerChain.Check check) {

	static LedgerPage of(List<LedgerEntry> lines, boolean isOlder, boolean more, LedgerChain.Check check) {
		return new LedgerPage(lines, isOlder, more ? lines.get(lines.size() - 1).number() : null, check);
	}

}
