package org.mentorprep.passback;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import org.mentorprep.launch.Enrolment;
import org.mentorprep.passback.grade.Grade;
import org.mentorprep.platform.PlatformId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how fast waiting grades are sent to a local platform that takes them all. Runs
 * only when it is asked for: {@code mvn test -Dtest=GradeBenchmark}, with
 * {@code -Dbenchmark.grades=100000} and {@code -Dtest.database=postgres} if wanted. The
 * CPU it tells of includes the platform's, which is in the same process.
 */
class GradeBenchmark {

	private static final int GRADES = Integer.getInteger("benchmark.grades", 5000);

	private final AtomicInteger tokens = new AtomicInteger();

	private final AtomicInteger scores = new AtomicInteger();

	private final ExecutorService threads = Executors.newFixedThreadPool(32);

	@Test
	void measuresGradesPerSecond() throws IOException {
		HttpServer platform = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		platform.setExecutor(this.threads);
		platform.createContext("/token", this::token);
		platform.createContext("/scores", this::score);
		platform.start();
		try (PostRoom room = new PostRoom(32, 20)) {
			wait(room, "http://127.0.0.1:" + platform.getAddress().getPort());
			long begun = System.nanoTime();
			long cpu = cpu();
			room.deliver();
			double seconds = (System.nanoTime() - begun) / 1e9;
			System.err.printf("%d grades in %.1f s: %.0f a second, %.2f ms of CPU each, %d token requests%n",
					this.scores.get(), seconds, this.scores.get() / seconds, (cpu() - cpu) / 1e6 / this.scores.get(),
					this.tokens.get());
		}
		finally {
			platform.stop(0);
			this.threads.shutdownNow();
		}
		assertThat(this.scores).hasValue(GRADES);
	}

	private static void wait(PostRoom room, String lms) {
		PlatformId platform = room.tables().platform(lms, "benchmark", lms + "/token");
		Outbox outbox = room.get(Outbox.class);
		room.transaction().executeWithoutResult((status) -> {
			for (int at = 0; at < GRADES; at++) {
				Enrolment mentor = room.tables().learner(platform, "m" + at, URI.create(lms), "judging");
				outbox.put(mentor, mentor.link().lineItem(), new Grade(80, true, "\u2018Judging\u2019 completed."));
			}
		});
	}

	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private void token(HttpExchange exchange) throws IOException {
		this.tokens.incrementAndGet();
		answer(exchange, "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
	}

	private void score(HttpExchange exchange) throws IOException {
		this.scores.incrementAndGet();
		answer(exchange, "");
	}

	private static void answer(HttpExchange exchange, String body) throws IOException {
		exchange.getRequestBody().readAllBytes();
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, (bytes.length > 0) ? bytes.length : -1);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

}
