package org.mentorprep.content.authoring.panel;

import java.util.Locale;

/** What the answers of a panel mean for one item. */
public enum Verdict {

	AGREES("agrees with the key"),

	TOO_FEW("answered by fewer than five"),

	NO_AGREEMENT("the panel does not agree: rewrite it or leave it out"),

	OTHER_KEY("the panel disagrees with the key: change the key or rewrite it"),

	GIVES_ITSELF_AWAY("it gives itself away: rewrite it");

	private final String words;

	Verdict(String words) {
		this.words = words;
	}

	/** For authors. */
	public String words() {
		return this.words;
	}

	/** For programs. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
