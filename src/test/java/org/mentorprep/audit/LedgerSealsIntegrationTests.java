package org.mentorprep.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import org.mentorprep.platform.MigratedDatabase;
import org.mentorprep.platform.SeveralNodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What seals find out and what they leave out, on a real database. */
@Tag("database")
@Tag("sql")
class LedgerSealsIntegrationTests {

	private final MigratedDatabase database = MigratedDatabase.emptied();

	private final JdbcClient jdbc = this.database.jdbc();

	private final TransactionOperations transaction = this.database.transaction();

	private final Ledger ledger = new Ledger(this.jdbc, Clock.systemUTC());

	private final LedgerSeals seals = new LedgerSeals(this.jdbc, this.transaction, Clock.systemUTC());

	@Test
	void lineIsNotSealedBeforeTheJobHasRun() {
		write("first");
		assertThat(this.seals.check().unsealed()).isEqualTo(1);
		this.seals.seal();
		assertThat(this.seals.check().unsealed()).isZero();
		assertThat(this.seals.check().lines()).isEqualTo(1);
	}

	@Test
	void nothingNewMakesNoSeal() {
		write("first");
		this.seals.seal();
		String hash = this.seals.check().lastHash();
		this.seals.seal();
		assertThat(this.seals.check().lastHash()).isEqualTo(hash);
	}

	@Test
	void lineCommittedLateKeepsNobodyWaitingAndIsSealedLater() throws Exception {
		CountDownLatch written = new CountDownLatch(1);
		CountDownLatch sealed = new CountDownLatch(1);
		ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			Future<?> late = other.submit(() -> this.transaction.executeWithoutResult((status) -> {
				write("late");
				written.countDown();
				await(sealed);
			}));
			await(written);
			assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
				write("early");
				this.seals.seal();
			});
			assertThat(sealOf("early")).isEqualTo(1);
			sealed.countDown();
			late.get(10, TimeUnit.SECONDS);
		}
		finally {
			other.shutdownNow();
		}
		assertThat(number("late")).isLessThan(number("early"));
		assertThat(this.seals.check().unsealed()).isEqualTo(1);
		this.seals.seal();
		assertThat(sealOf("late")).isEqualTo(2);
		assertThat(this.seals.check()).matches(LedgerChain.Check::holds)
			.matches((check) -> check.lines() == 2 && check.unsealed() == 0);
	}

	@Test
	void actThatIsRolledBackLeavesNoLine() {
		this.transaction.executeWithoutResult((status) -> {
			write("undone");
			status.setRollbackOnly();
		});
		write("done");
		this.seals.seal();
		assertThat(this.seals.check()).matches(LedgerChain.Check::holds).matches((check) -> check.lines() == 1);
	}

	@Test
	void severalNodesWriteAndSealOneChain() throws Exception {
		SeveralNodes.atOnce(() -> {
			for (int line = 0; line < 15; line++) {
				write("line");
				this.seals.seal();
			}
			return true;
		});
		assertThat(this.seals.check()).matches(LedgerChain.Check::holds)
			.matches((check) -> check.lines() == 60 && check.unsealed() == 0);
	}

	@Test
	void moreLinesThanOneSealHoldsAreAllSealed() {
		this.jdbc.sql("""
				INSERT INTO ledger (written_at, actor_kind, actor_id, act, subject, detail)
				SELECT CURRENT_TIMESTAMP, 'tool', '', 'platform.disabled', 'b', ''
				FROM information_schema.columns a CROSS JOIN information_schema.columns b
				FETCH FIRST 1000 ROWS ONLY""").update();
		this.seals.seal();
		assertThat(this.seals.check()).matches(LedgerChain.Check::holds)
			.matches((check) -> check.lines() == 1000 && check.unsealed() == 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE ledger SET detail = 'otherwise' WHERE detail = 'third'",
			"UPDATE ledger SET written_at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00Z' WHERE detail = 'third'",
			"DELETE FROM ledger WHERE detail = 'third'", "DELETE FROM ledger WHERE detail = 'fourth'",
			"UPDATE ledger SET seal = NULL WHERE detail = 'third'", "UPDATE ledger SET seal = 3 WHERE detail = 'third'",
			"UPDATE ledger SET detail = CASE detail WHEN 'third' THEN 'fourth' ELSE 'third' END WHERE seal = 2", """
					INSERT INTO ledger (written_at, actor_kind, actor_id, act, subject, detail, seal)
					VALUES (CURRENT_TIMESTAMP, 'tool', '', 'platform.disabled', 'b', 'added', 2)""",
			"UPDATE ledger_seal SET sealed_at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00Z' WHERE seal_number = 2" })
	void tamperingIsFoundAtItsSeal(String tampering) {
		for (String pair : new String[] { "first second", "third fourth", "fifth sixth" }) {
			write(pair.substring(0, pair.indexOf(' ')));
			write(pair.substring(pair.indexOf(' ') + 1));
			this.seals.seal();
		}
		assertThat(this.seals.check().holds()).isTrue();

		assertThat(this.jdbc.sql(tampering).update()).isPositive();

		assertThat(this.seals.check().brokenAt()).isEqualTo(2);
		assertThat(this.seals.check(1, 2).brokenAt()).isEqualTo(2);
		this.seals.seal();
		assertThat(this.seals.check().brokenAt()).as("after the job has run again").isEqualTo(2);
	}

	@Test
	void sealOfRemovedLinesIsFoundThoughNoneIsLeft() {
		write("first");
		this.seals.seal();
		this.jdbc.sql("DELETE FROM ledger").update();
		assertThat(this.seals.check().brokenAt()).isEqualTo(1);
	}

	private void write(String detail) {
		this.transaction
			.executeWithoutResult((status) -> this.ledger.record(Actor.tool(), "platform.disabled", "b", detail));
	}

	private long number(String detail) {
		return one("entry_number", detail);
	}

	private long sealOf(String detail) {
		return one("seal", detail);
	}

	private long one(String column, String detail) {
		return this.jdbc.sql("SELECT " + column + " FROM ledger WHERE detail = :detail")
			.param("detail", detail)
			.query(Long.class)
			.single();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
