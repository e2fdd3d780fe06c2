package org.mentorprep.web;

/**
 * The pages between which the operator moves, in the order of the menu. A room that
 * brings a page of its own adds a line here, and its word under {@code operator.menu}.
 */
public enum OperatorMenu {

	/** The LMSs we trust. */
	PLATFORMS("/operator/platforms", "operator.menu.platforms"),

	/** Our own keys. */
	KEYS("/operator/keys", "operator.menu.keys"),
	/** What mentors read and do, by version. */
	CONTENT("/operator/content", "operator.menu.content"),
	/** Grades on their way, LMS by LMS. */
	DELIVERIES("/operator/deliveries", "operator.menu.deliveries"),
	/** Launches that were turned away. */
	REFUSALS("/operator/refusals", "operator.menu.refusals"),
	/** Who did what, when. */
	LEDGER("/operator/ledger", "operator.menu.ledger");

	private final String path;

	private final String words;

	OperatorMenu(String path, String words) {
		this.path = path;
		this.words = words;
	}

	public String path() {
		return this.path;
	}

	/** The key of its words. */
	public String words() {
		return this.words;
	}

}
