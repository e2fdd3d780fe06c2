package org.mentorprep.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param number grows from line to line; transactions that are rolled back leave gaps
 * @param act what was done, package first, for example {@code platform.approved}; its
 * words stand under {@code audit.act.*}
 * @param subject id or name of the thing it was done to; nothing personal
 * @param detail what else is worth knowing, such as a reason or the value before; may be
 * empty
 * @param seal number of the seal that holds the line; absent in the first few seconds
 */
public record LedgerEntry(long number, Instant at, Actor actor, String act, String subject, String detail,
		@Nullable Long seal) {
}
