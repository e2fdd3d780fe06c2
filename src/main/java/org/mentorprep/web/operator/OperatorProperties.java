package org.mentorprep.web.operator;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether there are operator's pages, and who gets in.
 *
 * @param password in clear, or encoded and with its prefix such as {@code {bcrypt}};
 * without one the pages don't exist
 */
@ConfigurationProperties("mentorprep.operator")
record OperatorProperties(@Nullable String password) {

	/** Without the password: properties end up in logs. */
	@Override
	public String toString() {
		return "operator's properties";
	}

}
