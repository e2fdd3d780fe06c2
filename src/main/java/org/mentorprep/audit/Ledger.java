package org.mentorprep.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where acts are written down that somebody may have to answer for. */
@Component
public class Ledger {

	private final JdbcClient jdbc;

	private final Clock clock;

	Ledger(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Writes a line, in the transaction of the act itself: both stand or fall together.
	 * @param act what was done, room first, for example {@code platform.approved}
	 * @param subject id or name of the thing; at most 255 characters; nothing personal
	 * @param detail reason or value before, at most 2,000 characters; may be empty
	 */
	@Transactional
	public void record(Actor actor, String act, String subject, String detail) {
		// One line at a time: the row that holds the last number is the lock.
		long number = this.jdbc.sql("SELECT last_number FROM ledger_head FOR UPDATE").query(Long.class).single() + 1;
		this.jdbc.sql("UPDATE ledger_head SET last_number = ?").param(number).update();
		this.jdbc.sql("""
				INSERT INTO ledger (entry_number, written_at, actor_kind, actor_id, act, subject, detail)
				VALUES (?, ?, ?, ?, ?, ?, ?)""")
			.params(number, this.clock.instant().atOffset(ZoneOffset.UTC), actor.kind(), actor.id(), act, subject,
					detail)
			.update();
	}

	/** The newest lines, newest first. */
	public List<LedgerEntry> newest(int most) {
		return this.jdbc.sql("SELECT * FROM ledger ORDER BY entry_number DESC FETCH FIRST ? ROWS ONLY")
			.param(most)
			.query((row, index) -> new LedgerEntry(row.getLong("entry_number"),
					row.getObject("written_at", OffsetDateTime.class).toInstant(),
					new Actor(row.getString("actor_kind"), row.getString("actor_id")), row.getString("act"),
					row.getString("subject"), row.getString("detail")))
			.list();
	}

}
