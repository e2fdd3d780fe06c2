package org.mentorprep;

import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Tells the operator in one sentence that the database was made by another version of the
 * tool. Flyway finds that out before it changes anything: the recorded migrations are not
 * ours, or there are tables without a record.
 */
class DatabaseLayoutAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

	private static final String IN_FOLDER = "jdbc:h2:file:./data/";

	private final String url;

	DatabaseLayoutAnalyzer(Environment environment) {
		this.url = environment.getProperty("spring.datasource.url", "");
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
		boolean otherLayout = cause instanceof FlywayValidateException
				|| cause.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
		return otherLayout ? new FailureAnalysis(sentence(), null, cause) : null;
	}

	private String sentence() {
		return "The database " + database() + " has the tables of another version of this tool, most likely an older"
				+ " one, and they are not converted: " + remedy() + ", or start the version that made them.";
	}

	/** The URL without its parameters, which may hold a password. */
	private String database() {
		return this.url.split("[;?]", 2)[0];
	}

	private String remedy() {
		if (this.url.startsWith(IN_FOLDER)) {
			return "delete ./data";
		}
		if (this.url.startsWith("jdbc:h2:")) {
			return "delete its file (.mv.db)";
		}
		return "let spring.datasource.url name an empty database";
	}

}
