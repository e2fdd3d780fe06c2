package org.mentorprep;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every package uses: the one clock, so that tests can set the time, and the one
 * client of the database.
 */
@Configuration(proxyBeanMethods = false)
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
