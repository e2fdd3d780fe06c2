package org.mentorprep.passback;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

class CourierLoopTests {

	private static final int SOON = 20_000;

	private final GradeCourier courier = mock(GradeCourier.class);

	@Test
	void sendsCourierWhenToolStarts() {
		CourierLoop loop = loop(Duration.ofHours(1));
		loop.start();
		verify(this.courier, timeout(SOON)).deliverDue(any());
		loop.stop();
	}

	@Test
	void sendsCourierWhenGradeIsDue() {
		CourierLoop loop = loop(Duration.ofHours(1));
		loop.start();
		verify(this.courier, timeout(SOON)).deliverDue(any());
		loop.on(new GradeDue());
		verify(this.courier, timeout(SOON).times(2)).deliverDue(any());
		loop.stop();
	}

	@Test
	void sendsCourierNowAndThen() {
		CourierLoop loop = loop(Duration.ofMillis(5));
		loop.start();
		verify(this.courier, timeout(SOON).atLeast(3)).deliverDue(any());
		loop.stop();
	}

	@Test
	void goesOnAfterFailure() {
		willThrow(new IllegalStateException("database away")).willDoNothing().given(this.courier).deliverDue(any());
		CourierLoop loop = loop(Duration.ofMillis(5));
		loop.start();
		verify(this.courier, timeout(SOON).atLeast(2)).deliverDue(any());
		loop.stop();
	}

	@Test
	void saysWhenItHasStopped() throws InterruptedException {
		CourierLoop loop = loop(Duration.ofHours(1));
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

	private CourierLoop loop(Duration pollInterval) {
		return new CourierLoop(this.courier,
				new PassbackProperties(false, pollInterval, Duration.ofSeconds(10), Duration.ofMinutes(5), 20));
	}

}
