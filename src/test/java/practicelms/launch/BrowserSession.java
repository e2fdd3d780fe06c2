package practicelms.launch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import practicelms.course.Person;

/** What the LMS remembers of one browser: who it is, and which launches it began. */
public final class BrowserSession {

	private static final String NAME = BrowserSession.class.getName();

	private final Person person;

	private final String sesskey = UUID.randomUUID().toString().replace("-", "").substring(0, 10);

	private final Map<String, PendingLaunch> launches = new ConcurrentHashMap<>();

	private volatile List<?> proposed = List.of();

	private BrowserSession(Person person) {
		this.person = person;
	}

	/** The session of this browser; empty if nobody has signed in, or no cookie came. */
	public static Optional<BrowserSession> of(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return Optional.ofNullable((session != null) ? (BrowserSession) session.getAttribute(NAME) : null);
	}

	/** Signs this browser in, as somebody else than before perhaps. */
	public static void begin(HttpServletRequest request, Person person) {
		end(request);
		request.getSession(true).setAttribute(NAME, new BrowserSession(person));
	}

	/** Signs this browser out. */
	public static void end(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	public Person person() {
		return this.person;
	}

	/** Keeps what a tool proposes until the teacher saves it. */
	public void propose(List<?> items) {
		this.proposed = List.copyOf(items);
	}

	/** What a tool proposed last. */
	public List<?> proposed() {
		return this.proposed;
	}

	public String sesskey() {
		return this.sesskey;
	}

	/** Remembers a launch and gives it the id that its hint carries. */
	String add(PendingLaunch launch) {
		String id = "ltilaunch" + ((launch.activity() != null) ? launch.activity().resourceLinkId() : "") + "_"
				+ ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000);
		this.launches.put(id, launch);
		return id;
	}

	/** Gives a launch out once. */
	Optional<PendingLaunch> spend(String launchId) {
		return Optional.ofNullable(this.launches.remove(launchId));
	}

}
