package practicelms.course;

import java.util.List;

/** What someone does in the course, and which roles the LMS tells a tool about it. */
public enum Duty {

	/** Has a custom role in the LMS, which never reaches a tool: a plain Learner. */
	MENTOR("mentor", true, List.of(Vocabulary.MEMBERSHIP + "Learner")),

	/** Sets the course up and helps: an editing teacher. */
	COURSE_ADMIN("course admin", false, List.of(Vocabulary.MEMBERSHIP + "Instructor")),

	/** Works for the training provider, who runs the whole LMS: a site administrator. */
	PROVIDER("member of the provider's staff", false, List.of(Vocabulary.INSTITUTION + "Administrator",
			Vocabulary.MEMBERSHIP + "Instructor", Vocabulary.SYSTEM + "Administrator"));

	private final String label;

	private final boolean gradable;

	private final List<String> roles;

	Duty(String label, boolean gradable, List<String> roles) {
		this.label = label;
		this.gradable = gradable;
		this.roles = roles;
	}

	public String label() {
		return this.label;
	}

	/** Whether the gradebook has a row for such a person. */
	public boolean isGradable() {
		return this.gradable;
	}

	/** Full role URIs, sorted, as in the roles claim. */
	public List<String> roles() {
		return this.roles;
	}

	/** Where role URIs begin (LTI 1.3 core, appendix A.2). */
	private static final class Vocabulary {

		static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

		static final String INSTITUTION = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";

		static final String SYSTEM = "http://purl.imsglobal.org/vocab/lis/v2/system/person#";

	}

}
