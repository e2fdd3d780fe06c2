package org.mentorprep.platform;

import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import org.mentorprep.TypedJdbcClient;
import org.mentorprep.testing.TestDatabase;

/**
 * A database just migrated, without a booted tool: for what happens at a start, and for
 * two nodes that start at once.
 */
public final class MigratedDatabase {

	private static MigratedDatabase shared;

	private final DriverManagerDataSource dataSource;

	private MigratedDatabase() {
		Map<String, String> properties = TestDatabase.fresh();
		this.dataSource = new DriverManagerDataSource(stayingOpen(properties.get("spring.datasource.url")),
				properties.getOrDefault("spring.datasource.username", "sa"),
				properties.getOrDefault("spring.datasource.password", ""));
		Flyway.configure().dataSource(this.dataSource).load().migrate();
	}

	/** H2 would close its file after each statement, and each time that takes long. */
	private static String stayingOpen(String url) {
		return TestDatabase.isPostgres() ? url : url + ";DB_CLOSE_DELAY=-1";
	}

	/** One for all tests of this room, as empty as after the migrations. */
	public static synchronized MigratedDatabase emptied() {
		if (shared == null) {
			shared = new MigratedDatabase();
		}
		for (String table : List.of("invitation", "deployment", "platform", "tool_key", "ledger", "ledger_seal")) {
			shared.jdbc().sql("DELETE FROM " + table).update();
		}
		return shared;
	}

	public JdbcClient jdbc() {
		return TypedJdbcClient.of(this.dataSource);
	}

	public TransactionOperations transaction() {
		return new TransactionTemplate(new JdbcTransactionManager(this.dataSource));
	}

}
