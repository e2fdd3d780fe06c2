package org.mentorprep.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether the ledger is as it was written.
 *
 * @param lines how many there are
 * @param brokenAt the first line that is not what was written; absent if all are
 * @param lastHash stands for the whole ledger: noted down elsewhere, it proves later that
 * nothing before it was rewritten
 */
public record ChainState(long lines, @Nullable Long brokenAt, String lastHash) {

	public boolean holds() {
		return this.brokenAt == null;
	}

}
