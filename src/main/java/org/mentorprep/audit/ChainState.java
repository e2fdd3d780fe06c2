package org.mentorprep.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether lines of the ledger are as they were written.
 *
 * @param first the first that was looked at
 * @param last the last that was looked at; 0 if there is none
 * @param brokenAt the first line that is not what was written; absent if all are
 * @param lastHash of the last line. That of the newest stands for the whole ledger: noted
 * down elsewhere, it proves later that nothing before it was rewritten
 */
public record ChainState(long first, long last, @Nullable Long brokenAt, String lastHash) {

	public boolean holds() {
		return this.brokenAt == null;
	}

	/** Whether no line before these was left out. */
	public boolean fromTheBeginning() {
		return this.first == 1;
	}

}
