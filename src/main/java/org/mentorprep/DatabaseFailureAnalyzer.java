package org.mentorprep;

import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Tells the operator why the database could not be opened at the start, and what to do,
 * in place of a stack trace. Goes by the states of SQL; those of H2 are its error codes.
 */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	private final Environment environment;

	DatabaseFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		String state = Objects.requireNonNullElse(cause.getSQLState(), "");
		return switch (state) {
			case "90020" -> told("is in use by another process", "Stop the other process, most likely this tool, "
					+ "started twice. A database that several nodes share has to be PostgreSQL.", cause);
			case "28000",
					"28P01" ->
				told("does not accept the user '" + property("spring.datasource.username")
						+ "' with the password that is set",
						"Correct spring.datasource.username and spring.datasource.password "
								+ "(SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD).",
						cause);
			case "3D000" -> told("does not exist",
					"Create it, or let spring.datasource.url (SPRING_DATASOURCE_URL) name another.", cause);
			case "42501" -> told("does not let the user '" + property("spring.datasource.username") + "' make tables",
					"Let that user own the database, or name another user in spring.datasource.username.", cause);
			case "90062", "90028", "90031", "90097" -> told("can't be written to",
					"Look whether its disk is full, and whether the user who starts the tool may write there.", cause);
			case "90030", "90048" -> told("is damaged, or was made by another version of H2",
					"Bring back a backup, or let spring.datasource.url name another file.", cause);
			default -> state.startsWith("08") ? told("does not answer",
					"Look whether it runs, and correct spring.datasource.url (SPRING_DATASOURCE_URL) if it is elsewhere.",
					cause) : null;
		};
	}

	private FailureAnalysis told(String what, String remedy, SQLException cause) {
		return new FailureAnalysis("The database " + database() + " " + what + ".", remedy, cause);
	}

	/** The URL without its parameters, which may hold a password. */
	private String database() {
		return property("spring.datasource.url").split("[;?]", 2)[0];
	}

	private String property(String name) {
		return this.environment.getProperty(name, "");
	}

}
