package practicelms.course;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The one course of the practice LMS. Its ids are constants, so that what a tool stored
 * about it is still true after a restart.
 */
public class Course {

	/** Context id of the course. */
	public static final String ID = "2";

	/** Opens one module: its custom parameter names it. */
	public static final Activity JUDGEMENTORING = new Activity(11, ID, "1", "Judgementoring",
			"Two pages to read and six tasks to work through.", Map.of("module", "judgementoring"));

	/** Opens the whole programme: it has no custom parameter of its own. */
	public static final Activity MENTOR_PREPARATION = new Activity(12, ID, "2", "Mentor preparation",
			"Everything that is asked of a mentor in this course.", Map.of());

	/** A mentor who is there from the start. */
	public static final Person MENTOR = new Person("4", "Amara", "Okafor", "amara.okafor", Duty.MENTOR);

	/** The course admin. */
	public static final Person COURSE_ADMIN = new Person("3", "Ruth", "Ellery", "ruth.ellery", Duty.COURSE_ADMIN);

	/** The member of the provider's staff. */
	public static final Person PROVIDER = new Person("2", "Tom", "Pryce", "tom.pryce", Duty.PROVIDER);

	private final List<Activity> activities = new CopyOnWriteArrayList<>(List.of(JUDGEMENTORING, MENTOR_PREPARATION));

	private final List<Person> people = new CopyOnWriteArrayList<>(List.of(MENTOR, COURSE_ADMIN, PROVIDER));

	private final Set<String> suspended = ConcurrentHashMap.newKeySet();

	private final List<Activity> removed = new CopyOnWriteArrayList<>();

	private int lastNumber = this.activities.size();

	public String label() {
		return "MENTORS";
	}

	public String title() {
		return "Preparing to mentor a beginning teacher";
	}

	public List<Activity> activities() {
		return List.copyOf(this.activities);
	}

	/** Adds an activity, as a teacher does who saves one. */
	public synchronized Activity add(String title, String description, Map<String, String> custom) {
		return add(ID, title, description, custom);
	}

	/**
	 * Copies the course: its activities with new ids and the same custom parameters, and
	 * nobody's work.
	 */
	public synchronized List<Activity> copy() {
		String copy = String.valueOf(100 + this.lastNumber);
		return activities().stream()
			.filter((activity) -> activity.contextId().equals(ID))
			.map((activity) -> add(copy, activity.title(), activity.description(), activity.custom()))
			.toList();
	}

	private Activity add(String contextId, String title, String description, Map<String, String> custom) {
		int number = ++this.lastNumber;
		Activity activity = new Activity(10 + number, contextId, String.valueOf(number), title, description,
				Map.copyOf(custom));
		this.activities.add(activity);
		return activity;
	}

	/** Deletes an activity, as a teacher does; no tool hears of it. */
	public synchronized void remove(Activity activity) {
		if (this.activities.remove(activity)) {
			this.removed.add(activity);
		}
	}

	/** Ends all suspensions, and brings deleted activities back. */
	public synchronized void clear() {
		this.suspended.clear();
		this.activities.addAll(this.removed);
		this.removed.clear();
		this.activities.sort(Comparator.comparingInt(Activity::cmid));
	}

	public Optional<Activity> activity(int cmid) {
		return activities().stream().filter((activity) -> activity.cmid() == cmid).findFirst();
	}

	/** Whether an activity with this resource link id stands in the course. */
	public boolean hasResourceLink(String resourceLinkId) {
		return activities().stream().anyMatch((activity) -> activity.resourceLinkId().equals(resourceLinkId));
	}

	/** Whether an activity stands in this course: the first one, or a copy of it. */
	public boolean hasActivityIn(String contextId) {
		return activities().stream().anyMatch((activity) -> activity.contextId().equals(contextId));
	}

	/** Whether there is such a course; in a copy are the same people. */
	public boolean isContext(String contextId) {
		return contextId.equals(ID) || hasActivityIn(contextId);
	}

	public List<Person> people() {
		return List.copyOf(this.people);
	}

	public Optional<Person> person(String id) {
		return this.people.stream().filter((person) -> person.id().equals(id)).findFirst();
	}

	/** Enrols one more mentor, whom no earlier test has seen. */
	public Person enrolMentor(String givenName, String familyName) {
		return enrol(givenName, familyName, Duty.MENTOR);
	}

	/** Enrols somebody. */
	public synchronized Person enrol(String givenName, String familyName, Duty duty) {
		String id = String.valueOf(this.people.size() + 2);
		Person person = new Person(id, givenName, familyName, duty.name().toLowerCase(Locale.ROOT) + id, duty);
		this.people.add(person);
		return person;
	}

	/** Suspends somebody's enrolment: the gradebook keeps the row. */
	public void suspend(Person person) {
		this.suspended.add(person.id());
	}

	public boolean isSuspended(Person person) {
		return this.suspended.contains(person.id());
	}

	/** Whether the gradebook has a row for this user id. */
	public boolean isGradable(String userId) {
		return person(userId).map((person) -> person.duty().isGradable()).orElse(false);
	}

}
