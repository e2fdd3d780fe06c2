package org.mentorprep.passback;

import java.io.UncheckedIOException;
import java.net.URI;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.mentorprep.testing.BootedTool;
import org.mentorprep.testing.ToolProcess;
import org.mentorprep.testing.TypingMentor;

import practicelms.PracticeLms;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.service.ReceivedScore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills the packaged tool with SIGKILL at random moments while mentors finish
 * conversations and a third of all scores meets with a mishap, and looks for every grade
 * in the gradebook, and for every answer whose reply a mentor had seen. The seed is
 * printed; {@code -Dtest.seed} repeats a run.
 */
class KilledWorkerJarTests {

	private static final int THREADS = 4;

	private static final int PORT = BootedTool.freePort();

	private static final PracticeLms LMS = PracticeLms.start(0, URI.create("http://localhost:" + PORT));

	/** What a mentor is told of the grade, wherever it is. */
	private static final Pattern TOLD = Pattern.compile("(\\d+) (arrived there|is on its way|is waiting)");

	private static final Pattern SENT = Pattern.compile("\"userId\":\"([^\"]+)\".*\"scoreGiven\":(\\d+)");

	private final long seed = Long.getLong("test.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	private final List<ToolProcess> nodes = new ArrayList<>();

	private final Queue<TypingMentor> unfinished = new ConcurrentLinkedQueue<>();

	private final List<TypingMentor> finished = new ArrayList<>();

	private final Queue<TypingMentor> interrupted = new ConcurrentLinkedQueue<>();

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
		this.nodes.forEach(ToolProcess::close);
		LMS.reset();
	}

	@AfterAll
	static void close() {
		LMS.close();
	}

	@Test
	void everyGradeArrivesThoughTheToolIsKilled() {
		finishAndLookAtGradebook(Landscape.H2, 8, 1);
	}

	@ParameterizedTest
	@EnumSource
	@Tag("full")
	void everyGradeArrivesThoughTheToolIsKilledWhereverItRuns(Landscape landscape) {
		finishAndLookAtGradebook(landscape, 50, 3);
	}

	@ParameterizedTest
	@EnumSource
	@Tag("endurance")
	void everyGradeOfManyArrivesThoughTheToolIsKilledOftener(Landscape landscape) {
		finishAndLookAtGradebook(landscape, 500, 10);
	}

	private void finishAndLookAtGradebook(Landscape landscape, int number, int kills) {
		System.err.printf("Killing workers, %s, %d mentors, %d kills, seed %d%n", landscape, number, kills, this.seed);
		LMS.faults().atRandom(30, this.random.nextLong());
		start(landscape);
		List<TypingMentor> mentors = mentors(number);
		this.unfinished.addAll(mentors);
		this.random.ints(kills, 1, number).sorted().forEach((moment) -> {
			CompletableFuture<Void> typing = workUntil(moment);
			await().atMost(Duration.ofMinutes(5))
				.pollInterval(Duration.ofMillis(20))
				.until(() -> typing.isDone() || finished() >= moment);
			kill(typing);
		});
		workUntil(number).join();
		assertThat(mentors).allSatisfy(KilledWorkerJarTests::assertInGradebook);
		assertThat(mentors).allSatisfy(KilledWorkerJarTests::assertKnownToHaveArrived);
		assertThat(this.interrupted).allSatisfy(KilledWorkerJarTests::assertNoAnswerIsLost);
		assertNoGradeEverFell();
	}

	/** Lets mentors finish; none begins when as many have finished. */
	private CompletableFuture<Void> workUntil(int moment) {
		return CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> {
			boolean going = true;
			while (going && finished() < moment) {
				going = finishOne();
			}
		}, this.threads)).limit(THREADS).toArray(CompletableFuture[]::new));
	}

	private boolean finishOne() {
		TypingMentor mentor = this.unfinished.poll();
		if (mentor == null) {
			return false;
		}
		try {
			mentor.launches().worksOneTask();
			synchronized (this.finished) {
				this.finished.add(mentor);
			}
		}
		catch (UncheckedIOException killed) {
			this.interrupted.add(mentor);
			this.unfinished.add(mentor);
			return false;
		}
		return true;
	}

	private int finished() {
		synchronized (this.finished) {
			return this.finished.size();
		}
	}

	/**
	 * One of the nodes dies in the middle of its work and is started again. Mentors are
	 * at the first one, and need not wait for any other.
	 */
	private void kill(CompletableFuture<Void> typing) {
		ToolProcess node = this.nodes.get(this.random.nextInt(this.nodes.size()));
		node.kill();
		typing.join();
		node.launch();
		this.nodes.get(0).awaitReady();
	}

	/** Before anybody launches again: what was earned was not lost on the way. */
	private static void assertInGradebook(TypingMentor mentor) {
		Matcher told = TOLD.matcher(mentor.module().document().text());
		assertThat(told.find()).as("is told of a grade").isTrue();
		await().atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(100))
			.untilAsserted(() -> assertThat(inGradebook(mentor)).isEqualTo(Double.valueOf(told.group(1))));
	}

	/** The mentor is told so, too. */
	private static void assertKnownToHaveArrived(TypingMentor mentor) {
		await().atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(100))
			.untilAsserted(() -> assertThat(mentor.looksAgain().document().text())
				.contains(inGradebook(mentor).intValue() + " arrived there"));
	}

	/** What the tool had shown the reply to when it was killed, it shows still. */
	private static void assertNoAnswerIsLost(TypingMentor mentor) {
		assertThat(mentor.acknowledged())
			.allSatisfy((answer) -> assertThat(mentor.saidAccordingToTheTool(answer)).isEqualTo(answer.said()));
	}

	private static Double inGradebook(TypingMentor mentor) {
		return LMS.gradebook().grade(mentor.person().id(), Gradebook.JUDGEMENTORING_ITEM).score();
	}

	/** However often a grade was sent, nobody's ever went down. */
	private static void assertNoGradeEverFell() {
		Map<String, Integer> latest = new HashMap<>();
		for (ReceivedScore score : LMS.received().scores()) {
			Matcher sent = SENT.matcher(score.body());
			if (score.status() == 200 && sent.find()) {
				int points = Integer.parseInt(sent.group(2));
				assertThat(latest.merge(sent.group(1), points, Math::max)).isEqualTo(points);
			}
		}
		assertThat(LMS.gradebook().grades()).hasSameSizeAs(latest.keySet());
	}

	private void start(Landscape landscape) {
		Map<String, String> properties = properties(landscape);
		for (int node = 0; node < landscape.nodes(); node++) {
			this.nodes.add(new ToolProcess((node == 0) ? PORT : BootedTool.freePort(), properties,
					this.folder.resolve("node-" + node + ".log")));
		}
		this.nodes.forEach(ToolProcess::launch);
		this.nodes.get(0).awaitReady();
	}

	private List<TypingMentor> mentors(int number) {
		List<TypingMentor> mentors = new ArrayList<>();
		for (int at = 0; at < number; at++) {
			mentors.add(new TypingMentor(LMS, Course.JUDGEMENTORING, LMS.enrolMentor("Mentor", "Number" + at),
					this.random.nextLong()));
		}
		return mentors;
	}

	/** Impatient throughout, so that nobody waits long. */
	private static Map<String, String> properties(Landscape landscape) {
		Map<String, String> properties = new HashMap<>(landscape.database());
		properties.put("mentorprep.platforms-file", BootedTool.platformsFile(LMS).toString());
		properties.put("mentorprep.passback.send", "progress");
		properties.put("mentorprep.passback.backoff", "200ms");
		properties.put("mentorprep.passback.poll-interval", "200ms");
		properties.put("mentorprep.passback.lease", "3s");
		properties.put("mentorprep.services.read-timeout", "500ms");
		properties.put("mentorprep.limits.enabled", "false");
		return properties;
	}

}
