package org.mentorprep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The database of a booted test: by default H2 in the memory of the test, which stores as
 * it does in a file; a real PostgreSQL with {@code -Dtest.database=postgres}. Each booted
 * context gets a database of its own.
 */
public final class TestDatabase {

	private static EmbeddedPostgres postgres;

	private TestDatabase() {
	}

	/** Whether tests run on PostgreSQL. */
	public static boolean isPostgres() {
		return "postgres".equals(System.getProperty("test.database", "h2"));
	}

	/** The Spring properties that lead to a new, empty database. */
	public static Map<String, String> fresh() {
		return isPostgres() ? freshPostgres() : freshH2InMemory();
	}

	/**
	 * The same for a process of its own, which finds the database again after its end.
	 */
	public static Map<String, String> freshForAProcess() {
		return isPostgres() ? freshPostgres() : freshH2();
	}

	/** H2's own file system in memory: the disk would be what tests wait for. */
	private static Map<String, String> freshH2InMemory() {
		return Map.of("spring.datasource.url", "jdbc:h2:nioMemFS:" + UUID.randomUUID() + ";WRITE_DELAY=0");
	}

	/**
	 * For a test that asks for H2 whatever the others run on: in a temporary file, for
	 * processes of their own.
	 */
	public static Map<String, String> freshH2() {
		try {
			String path = Files.createTempDirectory("mentorprep-h2").resolve("test").toString();
			return Map.of("spring.datasource.url", "jdbc:h2:file:" + path + ";WRITE_DELAY=0");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** For a test that asks for PostgreSQL whatever the others run on. */
	public static synchronized Map<String, String> freshPostgres() {
		try {
			if (postgres == null) {
				postgres = EmbeddedPostgres.start();
			}
			String name = "t" + UUID.randomUUID().toString().replace("-", "");
			try (var connection = postgres.getPostgresDatabase().getConnection();
					var statement = connection.createStatement()) {
				statement.execute("CREATE DATABASE " + name);
			}
			return Map.of("spring.datasource.url", postgres.getJdbcUrl("postgres", name), "spring.datasource.username",
					"postgres", "spring.datasource.password", "postgres");
		}
		catch (Exception ex) {
			throw new IllegalStateException("No PostgreSQL for the tests", ex);
		}
	}

}
