package org.mentorprep.activity.rate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How much a response helps: a scale of four without a middle, so that everyone takes a
 * side.
 */
public enum Rating {

	HELPS_A_LOT, HELPS_A_BIT, HINDERS_A_BIT, HARMS;

	/** The ids of all ratings, as files write them and answers keep them. */
	public static List<String> ids() {
		return Arrays.stream(values()).map(Rating::id).toList();
	}

	/**
	 * @throws IllegalArgumentException if there is no such rating
	 */
	public static Rating of(String id) {
		return valueOf(id.replace('-', '_').toUpperCase(Locale.ROOT));
	}

	public String id() {
		return name().replace('_', '-').toLowerCase(Locale.ROOT);
	}

	public boolean helps() {
		return ordinal() <= HELPS_A_BIT.ordinal();
	}

	/**
	 * What this rating earns where the key is another: a near miss on the same side is
	 * worth more than one that takes harm for help.
	 */
	double credit(Rating key) {
		return switch (Math.abs(ordinal() - key.ordinal())) {
			case 0 -> 1;
			case 1 -> (helps() == key.helps()) ? 0.6 : 0.2;
			default -> 0;
		};
	}

}
