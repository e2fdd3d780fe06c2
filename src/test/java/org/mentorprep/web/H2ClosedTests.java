package org.mentorprep.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.jdbc.core.JdbcTemplate;

import org.mentorprep.web.DatabaseAwayFilter.DatabaseAway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A real H2 database in a file, on a disk that becomes full. */
class H2ClosedTests {

	@TempDir
	Path folder;

	private final List<Object> events = new ArrayList<>();

	private final AtomicInteger ends = new AtomicInteger();

	private HikariDataSource database;

	private H2Closed watch;

	@BeforeEach
	void open() {
		FilePath.register(new FullDisk());
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl("jdbc:h2:full:" + this.folder.resolve("test") + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0");
		config.setConnectionTimeout(500);
		config.setValidationTimeout(250);
		this.database = new HikariDataSource(config);
		new JdbcTemplate(this.database).execute("CREATE TABLE written (words VARCHAR)");
		this.watch = new H2Closed(this.database, this.events::add, config.getJdbcUrl(), this.ends::incrementAndGet);
	}

	@AfterEach
	void close() {
		FullDisk.full = false;
		this.database.close();
	}

	@Test
	@DisplayName("F24: a database that is well stays in use")
	void goodDatabaseStays() {
		write();
		look(10);
		assertThat(this.events).isEmpty();
		assertThat(this.ends).hasValue(0);
	}

	@Test
	@DisplayName("F24: after a full disk the tool is not ready and ends, though there is room again")
	void toolEndsAfterAFullDisk() {
		FullDisk.full = true;
		Throwable failure = catchThrowable(() -> {
			for (int i = 0; i < 100; i++) {
				write();
			}
		});
		assertThat(DatabaseAway.isSaidBy(failure)).as(() -> "" + failure).isTrue();
		FullDisk.full = false;
		look(1);
		assertThat(this.events).singleElement()
			.isInstanceOfSatisfying(AvailabilityChangeEvent.class,
					(event) -> assertThat(event.getState()).isEqualTo(ReadinessState.REFUSING_TRAFFIC));
		look(2);
		assertThat(this.ends).hasValue(1);
	}

	@Test
	@DisplayName("F24: H2 writes no trace file beside the database")
	void noTraceFile() {
		FullDisk.full = true;
		catchThrowable(() -> write());
		assertThat(this.folder.toFile().list()).noneMatch((name) -> name.contains("trace"));
	}

	private void write() {
		new JdbcTemplate(this.database).update("INSERT INTO written VALUES (?)", "x".repeat(10_000));
	}

	private void look(int times) {
		for (int i = 0; i < times; i++) {
			this.watch.look();
		}
	}

}
