package org.mentorprep.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Follows seals in their order and compares each with its lines. */
public final class LedgerChain {

	private final boolean fromTheBeginning;

	private LedgerSeal last;

	private @Nullable Long brokenAt;

	private long firstLine = Long.MAX_VALUE;

	private long lastLine;

	private long lines;

	/** Begins after a seal that is believed. */
	LedgerChain(LedgerSeal before) {
		this.last = before;
		this.fromTheBeginning = before.number() == 0;
	}

	/** Takes the next seal with all lines that name it, in the order of their numbers. */
	void follow(LedgerSeal seal, List<LedgerEntry> sealed) {
		if (this.brokenAt == null && !seal.holds(this.last, sealed)) {
			this.brokenAt = this.last.number() + 1;
		}
		this.last = seal;
		this.lines += sealed.size();
		for (LedgerEntry line : sealed) {
			this.firstLine = Math.min(this.firstLine, line.number());
			this.lastLine = Math.max(this.lastLine, line.number());
		}
	}

	/** What was found, after the last seal. */
	Check end(long unsealed) {
		return new Check(this.fromTheBeginning, this.lines, (this.lines > 0) ? this.firstLine : 0, this.lastLine,
				this.brokenAt, this.last.hash(), unsealed);
	}

	/**
	 * Whether sealed lines of the ledger are as they were when they were sealed.
	 *
	 * @param fromTheBeginning whether no seal before these was left out
	 * @param lines how many sealed lines were compared
	 * @param first lowest number among them; 0 if there is none
	 * @param last highest number among them; 0 if there is none
	 * @param brokenAt the first seal that does not fit its lines or the seal before;
	 * absent if all fit
	 * @param lastHash of the last seal. That of the newest one stands for the whole
	 * ledger: noted down elsewhere, it proves later that no sealed line was rewritten
	 * @param unsealed how many lines of the whole ledger are not sealed yet
	 */
	public record Check(boolean fromTheBeginning, long lines, long first, long last, @Nullable Long brokenAt,
			String lastHash, long unsealed) {

		public boolean holds() {
			return this.brokenAt == null;
		}

	}

}
