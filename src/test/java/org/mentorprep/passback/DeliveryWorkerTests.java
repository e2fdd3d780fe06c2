package org.mentorprep.passback;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.mentorprep.passback.GradeDeliveries.GradeDue;
import org.mentorprep.platform.PlatformId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

class DeliveryWorkerTests {

	private static final int SOON = 20_000;

	private final GradeSender sender = mock(GradeSender.class);

	private final ResultCheck check = mock(ResultCheck.class);

	private final DeliveryClaims claims = mock(DeliveryClaims.class);

	@Test
	void looksForWorkWhenToolStarts() {
		DeliveryWorker worker = worker(Duration.ofHours(1));
		worker.start();
		verify(this.claims, timeout(SOON)).platformsWithWork();
		worker.stop();
	}

	@Test
	void looksForWorkWhenGradeIsDue() {
		DeliveryWorker worker = worker(Duration.ofHours(1));
		worker.start();
		verify(this.claims, timeout(SOON)).platformsWithWork();
		worker.on(new GradeDue());
		verify(this.claims, timeout(SOON).times(2)).platformsWithWork();
		worker.stop();
	}

	@Test
	void looksForWorkNowAndThen() {
		DeliveryWorker worker = worker(Duration.ofMillis(5));
		worker.start();
		verify(this.claims, timeout(SOON).atLeast(3)).platformsWithWork();
		worker.stop();
	}

	@Test
	void slowLmsDelaysNoOther() {
		PlatformId slow = new PlatformId(UUID.randomUUID());
		PlatformId quick = new PlatformId(UUID.randomUUID());
		CountDownLatch answer = new CountDownLatch(1);
		given(this.claims.platformsWithWork()).willReturn(List.of(slow, quick));
		given(this.sender.sendDue(eq(slow), any(), any())).willAnswer((call) -> {
			answer.await();
			return 0;
		});
		DeliveryWorker worker = worker(Duration.ofMillis(5));
		worker.start();
		verify(this.sender, timeout(SOON).atLeast(9)).sendDue(eq(quick), any(), any());
		verify(this.sender, timeout(SOON).times(4)).sendDue(eq(slow), any(), any());
		answer.countDown();
		worker.stop();
	}

	@Test
	void goesOnAfterFailure() {
		given(this.claims.platformsWithWork()).willThrow(new IllegalStateException("database away"))
			.willReturn(List.of());
		DeliveryWorker worker = worker(Duration.ofMillis(5));
		worker.start();
		verify(this.claims, timeout(SOON).atLeast(2)).platformsWithWork();
		worker.stop();
	}

	@Test
	void renewsClaimsAsLongAsItLives() {
		DeliveryWorker worker = worker(Duration.ofHours(1));
		worker.start();
		verify(this.claims, timeout(SOON).atLeast(2)).renew();
		worker.stop();
	}

	@Test
	void saysWhenItHasStopped() throws InterruptedException {
		DeliveryWorker worker = worker(Duration.ofHours(1));
		worker.start();
		CountDownLatch stopped = new CountDownLatch(1);
		worker.stop(stopped::countDown);
		assertThat(stopped.await(SOON, TimeUnit.MILLISECONDS)).isTrue();
		assertThat(worker.isRunning()).isFalse();
	}

	@Test
	void doesNotStartByItselfWhenSwitchedOff() {
		assertThat(worker(Duration.ofHours(1)).isAutoStartup()).isFalse();
	}

	private DeliveryWorker worker(Duration pollInterval) {
		return new DeliveryWorker(this.sender, this.check, this.claims, new PassbackProperties(SendPolicy.Send.PROGRESS,
				false, pollInterval, Duration.ofSeconds(10), Duration.ofMillis(30), 20, 4, Duration.ofMinutes(1)));
	}

}
