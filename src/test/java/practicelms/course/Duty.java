package practicelms.course;

import java.util.List;

/** What someone does in the course, and which roles the LMS tells a tool about it. */
public enum Duty {

	/** Has a custom role in the LMS, which never reaches a tool: a plain Learner. */
	MENTOR("mentor", true, List.of(Vocabulary.MEMBERSHIP + "Learner"), List.of("Learner")),

	/**
	 * Helps and grades, but changes nothing: a non-editing teacher. Moodle calls such a
	 * person Instructor in a launch, and Learner among the members.
	 */
	TUTOR("tutor", false, List.of(Vocabulary.MEMBERSHIP + "Instructor"), List.of("Learner")),

	/** Sets the course up and helps: an editing teacher. */
	COURSE_ADMIN("course admin", false, List.of(Vocabulary.MEMBERSHIP + "Instructor"), List.of("Instructor")),

	/** Works for the training provider, who runs the whole LMS: a site administrator. */
	PROVIDER("member of the provider's staff", false,
			List.of(Vocabulary.INSTITUTION + "Administrator", Vocabulary.MEMBERSHIP + "Instructor",
					Vocabulary.SYSTEM + "Administrator"),
			List.of("Instructor", "http://purl.imsglobal.org/vocab/lis/v2/person#Administrator"));

	private final String label;

	private final boolean gradable;

	private final List<String> roles;

	private final List<String> memberRoles;

	Duty(String label, boolean gradable, List<String> roles, List<String> memberRoles) {
		this.label = label;
		this.gradable = gradable;
		this.roles = roles;
		this.memberRoles = memberRoles;
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

	/** What the list of members says: short names, and other ones than in a launch. */
	public List<String> memberRoles() {
		return this.memberRoles;
	}

	/** Whether such a person may add and change activities. */
	public boolean managesActivities() {
		return this.memberRoles.contains("Instructor");
	}

	/** Where role URIs begin (LTI 1.3 core, appendix A.2). */
	private static final class Vocabulary {

		static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

		static final String INSTITUTION = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";

		static final String SYSTEM = "http://purl.imsglobal.org/vocab/lis/v2/system/person#";

	}

}
