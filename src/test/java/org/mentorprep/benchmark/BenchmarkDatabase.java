package org.mentorprep.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.mentorprep.testing.TestDatabase;

/**
 * The database under the measured tool: H2 in a file, which runs inside the tool's
 * process, or a real PostgreSQL of its own.
 */
final class BenchmarkDatabase implements AutoCloseable {

	private final EmbeddedPostgres postgres;

	private final Path log;

	private final Path data;

	private BenchmarkDatabase(EmbeddedPostgres postgres, Path data, Path log) {
		this.postgres = postgres;
		this.data = data;
		this.log = log;
	}

	static BenchmarkDatabase open(String kind, Path folder) {
		if ("h2".equals(kind)) {
			return new BenchmarkDatabase(null, folder, folder);
		}
		Path data = folder.resolve("postgres");
		Path log = folder.resolve("postgres.log");
		try {
			EmbeddedPostgres postgres = EmbeddedPostgres.builder()
				.setDataDirectory(data)
				.setOutputRedirector(Redirect.appendTo(log.toFile()))
				.setErrorRedirector(Redirect.appendTo(log.toFile()))
				.start();
			return new BenchmarkDatabase(postgres, data, log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isPostgres() {
		return this.postgres != null;
	}

	/** The Spring properties that lead to it. */
	Map<String, String> properties() {
		if (this.postgres == null) {
			return TestDatabase.freshH2();
		}
		return Map.of("spring.datasource.url", this.postgres.getJdbcUrl("postgres", "postgres"),
				"spring.datasource.username", "postgres", "spring.datasource.password", "postgres");
	}

	/** The CPU time of its own processes, in milliseconds; 0 if it has none. */
	double cpu() {
		return (this.postgres != null) ? ProcessCpu.ofFamily(pid()) : 0;
	}

	/** The process of which all others of it are children. */
	long pid() {
		try (Stream<String> lines = Files.lines(this.data.resolve("postmaster.pid"))) {
			return Long.parseLong(lines.findFirst().orElseThrow().strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Statements that the server is sent meanwhile, those of transactions among them. */
	long statements(Runnable work) {
		execute("ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()", "SELECT pg_sleep(0.5)");
		long before = logged();
		work.run();
		execute("SELECT pg_sleep(0.5)");
		long statements = logged() - before - 1;
		execute("ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()", "SELECT pg_sleep(0.5)");
		return statements;
	}

	/** Several, each by itself. */
	void execute(String... statements) {
		try (Connection connection = this.postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private long logged() {
		try (Stream<String> lines = Files.lines(this.log)) {
			return lines.filter((line) -> line.contains("LOG:  execute") || line.contains("LOG:  statement:")).count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			if (this.postgres != null) {
				this.postgres.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
