package org.mentorprep.passback;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.mentorprep.passback.GradeRecorder.GradeDue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

class DeliveryWorkerTests {

	private static final int SOON = 20_000;

	private final Rounds rounds = mock(Rounds.class);

	private final DeliveryClaims claims = mock(DeliveryClaims.class);

	@Test
	void sendsCourierWhenToolStarts() {
		DeliveryWorker loop = loop(Duration.ofHours(1));
		loop.start();
		verify(this.rounds, timeout(SOON)).sendOut(any());
		loop.stop();
	}

	@Test
	void sendsCourierWhenGradeIsDue() {
		DeliveryWorker loop = loop(Duration.ofHours(1));
		loop.start();
		verify(this.rounds, timeout(SOON)).sendOut(any());
		loop.on(new GradeDue());
		verify(this.rounds, timeout(SOON).times(2)).sendOut(any());
		loop.stop();
	}

	@Test
	void sendsCourierNowAndThen() {
		DeliveryWorker loop = loop(Duration.ofMillis(5));
		loop.start();
		verify(this.rounds, timeout(SOON).atLeast(3)).sendOut(any());
		loop.stop();
	}

	@Test
	void goesOnAfterFailure() {
		willThrow(new IllegalStateException("database away")).willDoNothing().given(this.rounds).sendOut(any());
		DeliveryWorker loop = loop(Duration.ofMillis(5));
		loop.start();
		verify(this.rounds, timeout(SOON).atLeast(2)).sendOut(any());
		loop.stop();
	}

	@Test
	void renewsClaimsAsLongAsItLives() {
		DeliveryWorker loop = loop(Duration.ofHours(1));
		loop.start();
		verify(this.claims, timeout(SOON).atLeast(2)).renew();
		loop.stop();
	}

	@Test
	void saysWhenItHasStopped() throws InterruptedException {
		DeliveryWorker loop = loop(Duration.ofHours(1));
		loop.start();
		CountDownLatch stopped = new CountDownLatch(1);
		loop.stop(stopped::countDown);
		assertThat(stopped.await(SOON, TimeUnit.MILLISECONDS)).isTrue();
		assertThat(loop.isRunning()).isFalse();
	}

	@Test
	void doesNotStartByItselfWhenSwitchedOff() {
		assertThat(loop(Duration.ofHours(1)).isAutoStartup()).isFalse();
	}

	private DeliveryWorker loop(Duration pollInterval) {
		return new DeliveryWorker(this.rounds, this.claims, new PassbackProperties(false, pollInterval,
				Duration.ofSeconds(10), Duration.ofMillis(30), 20, 4, Duration.ofMinutes(1)));
	}

}
