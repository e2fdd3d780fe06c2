package org.mentorprep;

import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Migrates the database, or refuses one that another version of the tool made. Flyway
 * finds that out before it changes anything: the recorded migrations are not ours, or
 * there are tables without a record.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

	@Bean
	FlywayMigrationStrategy migrationStrategy() {
		return (flyway) -> {
			try {
				flyway.migrate();
			}
			catch (FlywayException ex) {
				throw isOtherLayout(ex) ? new OtherLayout(ex) : ex;
			}
		};
	}

	/**
	 * Migrates before Tomcat is made. Tomcat would log the failure first, with stack
	 * traces of threads that still run, and the operator would not find the sentence.
	 */
	@Bean
	WebServerFactoryCustomizer<ConfigurableWebServerFactory> migratedFirst(FlywayMigrationInitializer migrated) {
		return (factory) -> {
		};
	}

	private static boolean isOtherLayout(FlywayException ex) {
		return ex instanceof FlywayValidateException
				|| ex.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
	}

	/** The database has the tables of another version. */
	static class OtherLayout extends RuntimeException {

		OtherLayout(FlywayException cause) {
			super("The database has the tables of another version", cause);
		}

	}

}
