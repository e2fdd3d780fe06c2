package org.mentorprep.passback;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicelms.PracticeLms;
import practicelms.course.Course;
import practicelms.course.Gradebook;

import org.mentorprep.testing.BootedTool;
import org.mentorprep.testing.TestDatabase;
import org.mentorprep.testing.ToolProcess;
import org.mentorprep.testing.TypingMentor;

import static java.net.URI.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills the tool with SIGKILL while mentors finish conversations and a third of all
 * scores meets with a mishap, and looks for every grade in the gradebook. On PostgreSQL
 * two nodes share the work. The seed is printed; {@code -Dtest.seed} repeats a run.
 */
@Tag("database")
class KilledCourierIntegrationTests {

	private static final int THREADS = 4;

	private final long seed = Long.getLong("test.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	private final List<ToolProcess> nodes = new ArrayList<>();

	private CompletableFuture<Void> typing = CompletableFuture.completedFuture(null);

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
		this.nodes.forEach(ToolProcess::close);
	}

	@Test
	@Tag("endurance")
	void everyGradeArrivesThoughTheToolIsKilled() {
		// H2 in a file belongs to one process.
		finishAndLookAtGradebook(50, 3, TestDatabase.isPostgres() ? 2 : 1);
	}

	private void finishAndLookAtGradebook(int number, int kills, int nodes) {
		System.err.println("Killing couriers, seed " + this.seed);
		int port = BootedTool.freePort();
		try (PracticeLms lms = PracticeLms.start(0, create("http://localhost:" + port))) {
			lms.faults().atRandom(30, this.random.nextLong());
			start(port, nodes, properties(lms));
			List<TypingMentor> mentors = mentors(lms, number);
			Queue<TypingMentor> unfinished = new ConcurrentLinkedQueue<>(mentors);
			for (int kill = 0; kill < kills; kill++) {
				work(unfinished, unfinished.size() / (kills - kill + 1), this.random.nextInt(3));
				kill();
			}
			while (!unfinished.isEmpty()) {
				work(unfinished, unfinished.size(), Integer.MAX_VALUE);
			}
			assertThat(mentors).allSatisfy((mentor) -> assertArrived(lms, mentor));
		}
	}

	/**
	 * Lets some mentors finish, and comes back when they have, or in the middle when as
	 * many are left over as told.
	 */
	private void work(Queue<TypingMentor> unfinished, int number, int leftOver) {
		AtomicInteger toDo = new AtomicInteger(number);
		List<CompletableFuture<?>> hands = new ArrayList<>();
		for (int thread = 0; thread < THREADS; thread++) {
			hands.add(CompletableFuture.runAsync(() -> {
				while (toDo.getAndDecrement() > 0) {
					finish(unfinished);
				}
			}, this.threads));
		}
		this.typing = CompletableFuture.allOf(hands.toArray(CompletableFuture[]::new));
		await().atMost(Duration.ofMinutes(5))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.typing.isDone() || (leftOver < THREADS && toDo.get() <= leftOver));
	}

	private static void finish(Queue<TypingMentor> unfinished) {
		TypingMentor mentor = unfinished.poll();
		if (mentor == null) {
			return;
		}
		try {
			mentor.launches().worksOneTask();
		}
		catch (UncheckedIOException killed) {
			unfinished.add(mentor);
		}
	}

	/** One of the nodes dies in the middle of its work and is started again. */
	private void kill() {
		ToolProcess node = this.nodes.get(this.random.nextInt(this.nodes.size()));
		node.kill();
		this.typing.join();
		node.start();
	}

	/** The page of the mentor says that it arrived, and it is what stands there. */
	private static void assertArrived(PracticeLms lms, TypingMentor mentor) {
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
			Double score = lms.gradebook().grade(mentor.person().id(), Gradebook.JUDGEMENTORING_ITEM).score();
			assertThat(score).isNotNull();
			assertThat(mentor.launches().module().document().text()).contains(score.intValue() + " arrived there");
		});
	}

	private void start(int port, int number, Map<String, String> properties) {
		for (int node = 0; node < number; node++) {
			this.nodes.add(new ToolProcess((node == 0) ? port : BootedTool.freePort(), properties,
					this.folder.resolve("node-" + node + ".log"))
				.start());
		}
	}

	private List<TypingMentor> mentors(PracticeLms lms, int number) {
		List<TypingMentor> mentors = new ArrayList<>();
		for (int at = 0; at < number; at++) {
			mentors.add(new TypingMentor(lms, Course.JUDGEMENTORING, lms.enrolMentor("Mentor", "Number" + at),
					this.random.nextLong()));
		}
		return mentors;
	}

	/** Impatient throughout, so that nobody waits long. */
	private static Map<String, String> properties(PracticeLms lms) {
		Map<String, String> properties = new HashMap<>(TestDatabase.fresh());
		properties.put("mentorprep.platforms-file", BootedTool.platformsFile(lms).toString());
		properties.put("mentorprep.passback.backoff", "200ms");
		properties.put("mentorprep.passback.poll-interval", "200ms");
		properties.put("mentorprep.passback.lease", "3s");
		properties.put("mentorprep.services.read-timeout", "1s");
		properties.put("mentorprep.limits.enabled", "false");
		return properties;
	}

}
