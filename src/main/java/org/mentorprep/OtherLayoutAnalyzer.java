package org.mentorprep;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Tells the operator in one sentence what is wrong with the database and what to do. */
class OtherLayoutAnalyzer extends AbstractFailureAnalyzer<MigrationConfiguration.OtherLayout> {

	private final String url;

	OtherLayoutAnalyzer(Environment environment) {
		this.url = environment.getProperty("spring.datasource.url", "");
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationConfiguration.OtherLayout cause) {
		String sentence = "The database " + database() + " has the tables of another version of this tool, most likely"
				+ " an older one, and they are not converted: " + remedy() + ", or start the version that made them.";
		return new FailureAnalysis(sentence, null, cause);
	}

	/** The URL without its parameters, which may hold a password. */
	private String database() {
		return this.url.split("[;?]", 2)[0];
	}

	private String remedy() {
		if (this.url.startsWith("jdbc:h2:file:./data/")) {
			return "delete ./data";
		}
		if (this.url.startsWith("jdbc:h2:")) {
			return "delete its file (.mv.db)";
		}
		return "let spring.datasource.url name an empty database";
	}

}
