package org.mentorprep.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mentorprep.audit.LedgerSeal.ChainState;

/**
 * What the page of the ledger shows.
 *
 * @param lines newest first
 * @param isOlder whether there are newer ones on another page
 * @param olderThan where the next page begins; absent if there is none
 * @param chain whether the ledger is as it was written
 */
public record LedgerPage(List<LedgerEntry> lines, boolean isOlder, @Nullable Long olderThan, ChainState chain) {

	/** Line 1 ends the ledger, as numbers have no gaps. */
	static LedgerPage of(List<LedgerEntry> lines, boolean isOlder, ChainState chain) {
		Long last = lines.isEmpty() ? null : lines.get(lines.size() - 1).number();
		return new LedgerPage(lines, isOlder, (last != null && last > 1) ? last : null, chain);
	}

}
