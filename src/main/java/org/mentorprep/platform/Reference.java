package org.mentorprep.platform;

import java.security.SecureRandom;

/**
 * A number that a refused page shows and the log holds too: people can quote it, and it
 * says nothing by itself.
 */
public record Reference(String value) {

	/** Without letters and digits that look or sound alike. */
	private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final SecureRandom RANDOM = new SecureRandom();

	public static Reference fresh() {
		StringBuilder value = new StringBuilder();
		RANDOM.ints(8, 0, SIGNS.length()).mapToObj(SIGNS::charAt).forEach(value::append);
		return new Reference(value.insert(4, '-').toString());
	}

	@Override
	public String toString() {
		return this.value;
	}

}
