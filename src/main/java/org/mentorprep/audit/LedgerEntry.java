package org.mentorprep.audit;

import java.time.Instant;

/**
 * One line of the ledger.
 *
 * @param number counts up from 1 without gaps
 * @param act what was done, room first, for example {@code platform.approved}; its words
 * stand under {@code audit.act.*}
 * @param subject id or name of the thing it was done to; nothing personal
 * @param detail what else is worth knowing, such as a reason or the value before; may be
 * empty
 */
public record LedgerEntry(long number, Instant at, Actor actor, String act, String subject, String detail) {
}
