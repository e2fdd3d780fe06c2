package org.mentorprep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.audit.LedgerSeal.ChainState;

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
		Head head = head(" FOR UPDATE");
		LedgerEntry line = new LedgerEntry(head.lastNumber() + 1, this.clock.instant().truncatedTo(ChronoUnit.MILLIS),
				actor, act, subject, detail);
		String hash = LedgerSeal.hash(head.lastHash(), line);
		this.jdbc.sql("UPDATE ledger_head SET last_number = ?, last_hash = ?").params(line.number(), hash).update();
		this.jdbc.sql("""
				INSERT INTO ledger (entry_number, written_at, actor_kind, actor_id, act, subject, detail, line_hash)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(line.number(), line.at().atOffset(ZoneOffset.UTC), actor.kind(), actor.id(), act, subject, detail,
					hash)
			.update();
	}

	/** The newest lines, newest first. */
	public List<LedgerEntry> newest(int most) {
		return before(Long.MAX_VALUE, most);
	}

	/** Lines before the one of this number, newest first. */
	List<LedgerEntry> before(long number, int most) {
		return this.jdbc
			.sql("SELECT * FROM ledger WHERE entry_number < ? ORDER BY entry_number DESC FETCH FIRST ? ROWS ONLY")
			.params(number, most)
			.query(Ledger::line)
			.list();
	}

	/** Reads the whole ledger: whether every line is as it was written. */
	@Transactional(readOnly = true)
	public ChainState check() {
		return check(0, Long.MAX_VALUE);
	}

	/**
	 * Reads some lines: whether each is as it was written. Nobody who writes has to wait:
	 * what comes in meanwhile is not looked at.
	 */
	@Transactional(readOnly = true)
	ChainState check(long after, long upTo) {
		Head head = head("");
		long end = Math.max(after, Math.min(upTo, head.lastNumber()));
		LedgerSeal chain = new LedgerSeal(after, hashOf(after));
		this.jdbc.sql("SELECT * FROM ledger WHERE entry_number > ? AND entry_number <= ? ORDER BY entry_number")
			.params(after, end)
			.withFetchSize(500)
			.query((RowCallbackHandler) (row) -> chain.follow(line(row, 0), row.getString("line_hash")));
		return (end == head.lastNumber()) ? chain.end(end, head.lastHash()) : chain.end(end);
	}

	private String hashOf(long number) {
		return this.jdbc.sql("SELECT line_hash FROM ledger WHERE entry_number = ?")
			.param(number)
			.query(String.class)
			.optional()
			.orElse(LedgerSeal.BEGINNING);
	}

	private Head head(String lock) {
		return this.jdbc.sql("SELECT last_number, last_hash FROM ledger_head" + lock).query(Head.class).single();
	}

	private static LedgerEntry line(ResultSet row, int index) throws SQLException {
		return new LedgerEntry(row.getLong("entry_number"),
				row.getObject("written_at", OffsetDateTime.class).toInstant(),
				new Actor(row.getString("actor_kind"), row.getString("actor_id")), row.getString("act"),
				row.getString("subject"), row.getString("detail"));
	}

	/** The row that is the lock. */
	private record Head(long lastNumber, String lastHash) {
	}

}
