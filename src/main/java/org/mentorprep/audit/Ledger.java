package org.mentorprep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a record of acts that somebody may have to answer for. */
@Repository
public class Ledger {

	private final JdbcClient jdbc;

	private final Clock clock;

	Ledger(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Writes a line, in the transaction of the act itself: both stand or fall together.
	 * Writers never wait for each other; {@link LedgerSeals} seals the line a few seconds
	 * later.
	 * @param act what was done, package first, for example {@code platform.approved}
	 * @param subject id or name of the thing; at most 255 characters; nothing personal
	 * @param detail reason or value before, at most 2,000 characters; may be empty
	 */
	@Transactional
	public void record(Actor actor, String act, String subject, String detail) {
		this.jdbc.sql("""
				INSERT INTO ledger (written_at, actor_kind, actor_id, act, subject, detail)
				VALUES (:writtenAt, :actorKind, :actorId, :act, :subject, :detail)""")
			.param("writtenAt", this.clock.instant().truncatedTo(ChronoUnit.MILLIS))
			.param("actorKind", actor.kind())
			.param("actorId", actor.id())
			.param("act", act)
			.param("subject", subject)
			.param("detail", detail)
			.update();
	}

	/** The newest lines, newest first. */
	public List<LedgerEntry> newest(int most) {
		return before(Long.MAX_VALUE, most);
	}

	/** Lines before the one of this number, newest first. */
	List<LedgerEntry> before(long number, int most) {
		return this.jdbc.sql("""
				SELECT * FROM ledger WHERE entry_number < :number
				ORDER BY entry_number DESC FETCH FIRST :most ROWS ONLY""")
			.param("number", number)
			.param("most", most)
			.query(Ledger::line)
			.list();
	}

	/** Several columns make the actor. */
	static LedgerEntry line(ResultSet row, int index) throws SQLException {
		return new LedgerEntry(row.getLong("entry_number"),
				row.getObject("written_at", OffsetDateTime.class).toInstant(),
				new Actor(row.getString("actor_kind"), row.getString("actor_id")), row.getString("act"),
				row.getString("subject"), row.getString("detail"), row.getObject("seal", Long.class));
	}

}
