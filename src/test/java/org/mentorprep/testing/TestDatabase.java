package org.mentorprep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The database of a booted test: H2 in a temporary file by default, a real PostgreSQL
 * with {@code -Dtest.database=postgres}. Each booted context gets a database of its own.
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
		return isPostgres() ? freshPostgres() : freshH2();
	}

	/** For a test that asks for H2 whatever the others run on. */
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
