package practicelms.members;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import practicelms.course.Activity;
import practicelms.course.Course;
import practicelms.course.Person;
import practicelms.service.Faults;

/** Whom the list of members has, and in which order: as Moodle's enrolment says it. */
class Members {

	private static final String PREFIX = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

	private static final Comparator<Person> BY_NAME = Comparator
		.comparing(Person::familyName, String.CASE_INSENSITIVE_ORDER)
		.thenComparing(Person::givenName, String.CASE_INSENSITIVE_ORDER)
		.thenComparingInt((person) -> Integer.parseInt(person.id()));

	private final Course course;

	private final Faults faults;

	Members(Course course, Faults faults) {
		this.course = course;
		this.faults = faults;
	}

	Course course() {
		return this.course;
	}

	/** The activity that a tool names by its link, wherever it stands. */
	Optional<Activity> activity(String resourceLinkId) {
		return this.course.activities()
			.stream()
			.filter((activity) -> activity.resourceLinkId().equals(resourceLinkId))
			.findFirst();
	}

	/**
	 * Everybody whose enrolment is active and who has the role.
	 * @param role Learner or Instructor, short or as URI; anything else means all
	 */
	List<Person> with(@Nullable String role) {
		return this.course.people()
			.stream()
			.filter((person) -> !this.course.isSuspended(person)
					|| this.faults.spoils(Faults.OfMembers.SUSPENDED_ARE_INACTIVE))
			.filter((person) -> hasRole(person, role))
			.sorted(BY_NAME)
			.toList();
	}

	private static boolean hasRole(Person person, @Nullable String role) {
		String name = (role != null && role.startsWith(PREFIX)) ? role.substring(PREFIX.length()) : role;
		boolean instructor = person.duty().managesActivities();
		if ("Instructor".equals(name)) {
			return instructor;
		}
		return !"Learner".equals(name) || !instructor;
	}

}
