package org.mentorprep.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class LimitSwitchTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withUserConfiguration(RateLimitFilter.class)
		.withBean(RateLimits.class, () -> mock())
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

	@Test
	void limitsAreOnUnlessSomebodySwitchesThemOff() {
		this.context.run((tool) -> assertThat(tool).hasSingleBean(RateLimitFilter.class));
	}

	@Test
	void limitsCanBeSwitchedOff() {
		this.context.withPropertyValues("mentorprep.limits.enabled=false")
			.run((tool) -> assertThat(tool).doesNotHaveBean(RateLimitFilter.class));
	}

}
