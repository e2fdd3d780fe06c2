package org.mentorprep.attempt;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mentorprep.testing.BootedTool;
import org.mentorprep.testing.TestDatabase;
import org.mentorprep.testing.ToolProcess;
import org.mentorprep.testing.TypingMentor;
import org.mentorprep.testing.TypingMentor.Acknowledged;

import practicelms.PracticeLms;
import practicelms.course.Course;

import static java.net.URI.create;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills the tool with SIGKILL while mentors are answering, starts it again on the same
 * database and looks for every answer whose reply a mentor had seen. The seed is printed;
 * {@code -Dtest.seed} repeats a run. In every build {@code KilledWorkerJarTests} does it
 * in passing.
 */
@Tag("database")
@Tag("endurance")
class KilledToolIntegrationTests {

	private static final int MENTORS = 4;

	private static final int KILLS = 10;

	private final long seed = Long.getLong("test.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final ExecutorService threads = Executors.newFixedThreadPool(MENTORS);

	@TempDir
	private Path folder;

	@AfterEach
	void stopTyping() {
		this.threads.shutdownNow();
	}

	@Test
	void everyAcknowledgedAnswerSurvivesTenKills() {
		System.err.println("Killing the tool, seed " + this.seed);
		int port = BootedTool.freePort();
		try (PracticeLms lms = PracticeLms.start(0, create("http://localhost:" + port));
				ToolProcess tool = new ToolProcess(port, properties(lms), this.folder.resolve("tool.log"))) {
			List<TypingMentor> mentors = mentors(lms);
			tool.start();
			for (int kill = 0; kill < KILLS; kill++) {
				workUntilKilled(tool, mentors);
				tool.start();
			}
			mentors.forEach(TypingMentor::launches);
			assertThat(mentors).allSatisfy(KilledToolIntegrationTests::assertNothingIsLost);
		}
	}

	private void workUntilKilled(ToolProcess tool, List<TypingMentor> mentors) {
		int enough = acknowledged(mentors) + 15 + this.random.nextInt(30);
		CompletableFuture<?> typing = CompletableFuture.allOf(mentors.stream()
			.map((mentor) -> CompletableFuture.runAsync(() -> workUntilNobodyAnswers(mentor), this.threads))
			.toArray(CompletableFuture[]::new));
		await().atMost(ofMinutes(2)).until(() -> typing.isCompletedExceptionally() || acknowledged(mentors) >= enough);
		tool.kill();
		typing.join();
	}

	private static void workUntilNobodyAnswers(TypingMentor mentor) {
		try {
			mentor.launches();
			while (true) {
				mentor.worksOneTask();
			}
		}
		catch (UncheckedIOException killed) {
			// What was not acknowledged may be lost; the mentor sees it and says it
			// again.
		}
	}

	private static void assertNothingIsLost(TypingMentor mentor) {
		assertThat(mentor.acknowledged()).isNotEmpty();
		for (Acknowledged answer : mentor.acknowledged()) {
			assertThat(mentor.saidAccordingToTheTool(answer)).as(answer.page().getPath()).isEqualTo(answer.said());
		}
	}

	private static int acknowledged(List<TypingMentor> mentors) {
		return mentors.stream().mapToInt((mentor) -> mentor.acknowledged().size()).sum();
	}

	private List<TypingMentor> mentors(PracticeLms lms) {
		List<TypingMentor> mentors = new ArrayList<>();
		for (int at = 0; at < MENTORS; at++) {
			mentors.add(new TypingMentor(lms, Course.JUDGEMENTORING, lms.enrolMentor("Mentor", "Number" + at),
					this.random.nextLong()));
		}
		return mentors;
	}

	private static Map<String, String> properties(PracticeLms lms) {
		Map<String, String> properties = new HashMap<>(TestDatabase.freshForAProcess());
		properties.put("mentorprep.platforms-file", BootedTool.platformsFile(lms).toString());
		return properties;
	}

}
