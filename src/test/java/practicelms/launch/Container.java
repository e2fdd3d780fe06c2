package practicelms.launch;

/** Where the LMS opens a tool (its launch containers 3 and 4). */
enum Container {

	/** In a frame on the activity's page. */
	FRAME(3, "iframe"),

	/** In a window of its own. */
	WINDOW(4, "window");

	private final int number;

	private final String documentTarget;

	Container(int number, String documentTarget) {
		this.number = number;
		this.documentTarget = documentTarget;
	}

	int number() {
		return this.number;
	}

	String documentTarget() {
		return this.documentTarget;
	}

	static Container of(int number) {
		return (number == WINDOW.number) ? WINDOW : FRAME;
	}

}
