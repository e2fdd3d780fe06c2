package org.mentorprep;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The one clock of the application, so that tests can set the time; and what runs by it.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ToolConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
