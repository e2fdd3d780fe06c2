package org.mentorprep.web;

/**
 * The pages between which the operator moves, in the order of the menu. A package that
 * brings a page of its own adds a line here, and its label under {@code web.menu}.
 */
public enum OperatorMenu {

	/** The LMSs we trust. */
	PLATFORMS("/operator/platforms", "web.menu.platforms"),

	/** Our own keys. */
	KEYS("/operator/keys", "web.menu.keys"),

	/** What mentors read and do, by version. */
	CONTENT("/operator/content", "web.menu.content"),

	/** Grades on their way, LMS by LMS. */
	DELIVERIES("/operator/deliveries", "web.menu.deliveries"),

	/** Launches that were turned away. */
	REFUSALS("/operator/refusals", "web.menu.refusals"),

	/** What the tool does by itself, and when it last did. */
	TASKS("/operator/tasks", "web.menu.tasks"),

	/** Who did what, when. */
	LEDGER("/operator/ledger", "web.menu.ledger");

	private final String path;

	private final String messageKey;

	OperatorMenu(String path, String messageKey) {
		this.path = path;
		this.messageKey = messageKey;
	}

	public String path() {
		return this.path;
	}

	/** The key of its label. */
	public String messageKey() {
		return this.messageKey;
	}

}
