package org.mentorprep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals the lines of the ledger, a few seconds after they were written, and checks the
 * seals. A line is sealed because it has no seal, not because of its number or time: one
 * whose transaction commits late comes into the next seal. So does a line that somebody
 * inserts by hand, with any date: seals prove that lines stayed as they were when they
 * were sealed, not who wrote them.
 */
@Repository
class LedgerSeals {

	/** Lines under one seal at most. */
	private static final int BATCH = 500;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final Clock clock;

	LedgerSeals(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Runs every few seconds, on one node. */
	@Bean
	static RecurringTask<Void> ledgerSealsTask(LedgerSeals ledgerSeals) {
		return Tasks.recurring("audit.task.seals", FixedDelay.ofSeconds(5))
			.execute((instance, context) -> ledgerSeals.seal());
	}

	/** Seals all lines that are committed by now. */
	void seal() {
		while (sealed(BATCH) == BATCH) {
			// There may be more.
		}
	}

	/**
	 * Seals a few lines. Of two nodes at once, one gets the number of the next seal; the
	 * other changes nothing and tries again.
	 */
	private int sealed(int most) {
		try {
			return Objects.requireNonNull(this.transaction.execute((status) -> sealNext(most)));
		}
		catch (DuplicateKeyException ex) {
			return most;
		}
	}

	private int sealNext(int most) {
		LedgerSeal last = newest();
		List<LedgerEntry> lines = this.jdbc.sql("""
				SELECT * FROM ledger WHERE seal IS NULL
				ORDER BY entry_number FETCH FIRST :most ROWS ONLY""").param("most", most).query(Ledger::line).list();
		if (!lines.isEmpty()) {
			// As exact as the database keeps it.
			insert(last.next(this.clock.instant().truncatedTo(ChronoUnit.MILLIS), lines), lines);
		}
		return lines.size();
	}

	private void insert(LedgerSeal seal, List<LedgerEntry> lines) {
		this.jdbc.sql("INSERT INTO ledger_seal (seal_number, sealed_at, seal_hash) VALUES (:number, :sealedAt, :hash)")
			.paramSource(seal)
			.update();
		this.jdbc.sql("UPDATE ledger SET seal = :seal WHERE entry_number IN (:numbers)")
			.param("seal", seal.number())
			.param("numbers", lines.stream().map(LedgerEntry::number).toList())
			.update();
	}

	/** Compares all sealed lines with their seals. */
	@Transactional(readOnly = true)
	LedgerChain.Check check() {
		return check(0, Long.MAX_VALUE);
	}

	/**
	 * Compares the lines of some seals. Writers and the sealing job need not wait: one
	 * statement reads both the seals and their lines.
	 * @param after the seal before the first one, which is believed
	 */
	@Transactional(readOnly = true)
	LedgerChain.Check check(long after, long upTo) {
		LedgerChain chain = new LedgerChain(find(after));
		Sealed sealed = new Sealed(chain);
		this.jdbc.sql("""
				SELECT s.*, l.* FROM ledger_seal s LEFT JOIN ledger l ON l.seal = s.seal_number
				WHERE s.seal_number > :after AND s.seal_number <= :upTo ORDER BY s.seal_number, l.entry_number""")
			.param("after", after)
			.param("upTo", upTo)
			.withFetchSize(500)
			.query(sealed);
		sealed.end();
		return chain.end(this.jdbc.sql("SELECT COUNT(*) FROM ledger WHERE seal IS NULL").query(Long.class).single());
	}

	/** One that was removed is replaced by one that nothing follows. */
	private LedgerSeal find(long number) {
		return this.jdbc.sql("SELECT * FROM ledger_seal WHERE seal_number = :number")
			.param("number", number)
			.query(LedgerSeals::row)
			.optional()
			.orElse(new LedgerSeal(number, Instant.EPOCH, ""));
	}

	private LedgerSeal newest() {
		return this.jdbc.sql("SELECT * FROM ledger_seal ORDER BY seal_number DESC FETCH FIRST 1 ROWS ONLY")
			.query(LedgerSeals::row)
			.optional()
			.orElse(LedgerSeal.NONE);
	}

	private static LedgerSeal row(ResultSet row, int index) throws SQLException {
		return new LedgerSeal(row.getLong("seal_number"), row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
				row.getString("seal_hash"));
	}

	/** Gathers the rows of one seal after the other. */
	private static final class Sealed implements RowCallbackHandler {

		private final LedgerChain chain;

		private @Nullable LedgerSeal seal;

		private List<LedgerEntry> lines = new ArrayList<>();

		private Sealed(LedgerChain chain) {
			this.chain = chain;
		}

		@Override
		public void processRow(ResultSet row) throws SQLException {
			LedgerSeal next = row(row, 0);
			if (!next.equals(this.seal)) {
				end();
				this.seal = next;
			}
			if (row.getObject("entry_number") != null) {
				this.lines.add(Ledger.line(row, 0));
			}
		}

		private void end() {
			if (this.seal != null) {
				this.chain.follow(this.seal, this.lines);
				this.lines = new ArrayList<>();
			}
		}

	}

}
