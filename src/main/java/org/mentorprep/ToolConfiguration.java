package org.mentorprep;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.EnableResilientMethods;

/**
 * What every package uses: the one clock, so that tests can set the time, the one client
 * of the database, and {@link RetryOnContention}.
 */
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods
class ToolConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	JdbcClient jdbcClient(DataSource database) {
		return TypedJdbcClient.of(database);
	}

}
