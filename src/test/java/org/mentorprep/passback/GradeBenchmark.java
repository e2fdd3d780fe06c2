package org.mentorprep.passback;

import java.lang.management.ManagementFactory;
import java.net.URI;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Test;

import org.mentorprep.launch.Enrolment;
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

	@Test
	void measuresGradesPerSecond() {
		try (WillingPlatform platform = new WillingPlatform(); PassbackFixture passback = new PassbackFixture(32, 20)) {
			wait(passback, platform.url());
			long begun = System.nanoTime();
			long cpu = cpu();
			passback.deliver();
			double seconds = (System.nanoTime() - begun) / 1e9;
			System.err.printf("%d grades in %.1f s: %.0f a second, %.2f ms of CPU each, %d token requests%n",
					platform.scores(), seconds, platform.scores() / seconds, (cpu() - cpu) / 1e6 / platform.scores(),
					platform.tokens());
			assertThat(platform.scores()).isEqualTo(GRADES);
		}
	}

	private static void wait(PassbackFixture passback, String lms) {
		PlatformId platform = passback.tables().platform(lms, "benchmark", lms + "/token");
		GradeDeliveries deliveries = passback.get(GradeDeliveries.class);
		passback.transaction().executeWithoutResult((status) -> {
			for (int at = 0; at < GRADES; at++) {
				Enrolment mentor = passback.tables().learner(platform, "m" + at, URI.create(lms), "judging");
				deliveries.put(mentor, mentor.link().lineItem(), new Grade(80, true, "\u2018Judging\u2019 completed."));
			}
		});
	}

	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

}
