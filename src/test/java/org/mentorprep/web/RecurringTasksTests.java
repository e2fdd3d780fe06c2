package org.mentorprep.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.TypedJdbcClient;
import org.mentorprep.testing.TestDatabase;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is relied on of db-scheduler, on our table: several nodes, long tasks, failures.
 */
@Tag("database")
@Tag("sql")
class RecurringTasksTests {

	private static HikariDataSource database;

	private final AtomicInteger pulse = new AtomicInteger();

	private final RecurringTask<Void> pulses = Tasks.recurring("pulse", FixedDelay.ofMillis(50))
		.execute((instance, context) -> this.pulse.incrementAndGet());

	private final List<Scheduler> nodes = new ArrayList<>();

	@BeforeAll
	static void migrate() {
		Map<String, String> properties = TestDatabase.fresh();
		database = new HikariDataSource();
		database.setJdbcUrl(properties.get("spring.datasource.url"));
		database.setUsername(properties.getOrDefault("spring.datasource.username", "sa"));
		database.setPassword(properties.getOrDefault("spring.datasource.password", ""));
		Flyway.configure().dataSource(database).load().migrate();
	}

	@AfterAll
	static void close() {
		database.close();
	}

	@BeforeEach
	void empty() {
		jdbc().sql("DELETE FROM scheduled_tasks").update();
	}

	@AfterEach
	void stop() {
		this.nodes.forEach(Scheduler::stop);
	}

	@Test
	void taskRunsOnceOverAllNodes() {
		AtomicInteger hourly = new AtomicInteger();
		RecurringTask<Void> task = Tasks.recurring("hourly", FixedDelay.ofHours(1))
			.execute((instance, context) -> hourly.incrementAndGet());
		start("a", database, task, this.pulses);
		start("b", database, task, this.pulses);
		awaitPulses(10);
		assertThat(hourly).hasValue(1);
	}

	@Test
	@DisplayName("F31: tasks that take long leave the others running, as long as there is a thread more")
	void longTaskLeavesTheOthersRunning() {
		CountDownLatch end = new CountDownLatch(1);
		CountDownLatch begun = new CountDownLatch(3);
		RecurringTask<?>[] tasks = Stream.concat(Stream.of("long", "longer", "longest")
			.map((name) -> Tasks.recurring(name, FixedDelay.ofHours(1)).execute((instance, context) -> {
				begun.countDown();
				hold(end);
			})), Stream.of(this.pulses)).toArray(RecurringTask<?>[]::new);
		Scheduler node = start("a", database, tasks);
		hold(begun);
		int before = this.pulse.get();
		awaitPulses(before + 5);
		assertThat(new RecurringWork(node).all()).filteredOn((row) -> row.name().startsWith("long"))
			.allMatch(RecurringWork.TaskRow::running)
			.hasSize(3);
		end.countDown();
	}

	@Test
	void failureIsSeenUntilTheTaskHasEndedWellAgain() {
		AtomicInteger left = new AtomicInteger(1);
		CountDownLatch seen = new CountDownLatch(1);
		RecurringTask<Void> task = Tasks.recurring("failing", FixedDelay.ofMillis(50)).execute((instance, context) -> {
			if (left.getAndDecrement() > 0) {
				throw new IllegalStateException("As the test wants it");
			}
			hold(seen);
		});
		RecurringWork work = new RecurringWork(start("a", database, task, this.pulses));
		await().atMost(ofSeconds(20)).until(() -> work.failing() == 1);
		assertThat(work.all().get(0)).matches((row) -> row.name().equals("failing") && row.failedAt() != null);
		seen.countDown();
		await().atMost(ofSeconds(20)).until(() -> work.failing() == 0);
	}

	@Test
	void taskOfANodeThatWasKilledIsTakenOver() {
		AtomicInteger runs = new AtomicInteger();
		RecurringTask<Void> task = Tasks.recurring("orphan", FixedDelay.ofHours(1))
			.execute((instance, context) -> runs.incrementAndGet());
		Instant longAgo = Clock.systemUTC().instant().minusSeconds(60);
		jdbc().sql("""
				INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
					last_heartbeat, version)
				VALUES ('orphan', :instance, :then, TRUE, 'killed', :then, 1)""")
			.param("instance", RecurringTask.INSTANCE)
			.param("then", longAgo)
			.update();
		start("b", database, task);
		await().atMost(ofSeconds(20)).until(() -> runs.get() == 1);
	}

	private Scheduler start(String name, DataSource dataSource, RecurringTask<?>... tasks) {
		Scheduler node = Scheduler.create(dataSource)
			.startTasks(List.of(tasks))
			.threads(4)
			.schedulerName(new SchedulerName.Fixed(name))
			.pollingInterval(Duration.ofMillis(50))
			.heartbeatInterval(Duration.ofMillis(500))
			.missedHeartbeatsLimit(4)
			.shutdownMaxWait(ofSeconds(5))
			.build();
		this.nodes.add(node);
		node.start();
		return node;
	}

	private void awaitPulses(int atLeast) {
		await().atMost(ofSeconds(20)).until(() -> this.pulse.get() >= atLeast);
	}

	private static JdbcClient jdbc() {
		return TypedJdbcClient.of(database);
	}

	private static void hold(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
