package practicelms.service;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.Matcher;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ConcurrentHashMap;

/** The faults that a person or a test can switch on, and off again. */
public class Faults {

	private static final Pattern SCORES = Pattern.compile("/[^/]+/lineitems/([^/]+)/lineitem/scores");

	private final Set<Door> down = Collections.synchronizedSet(EnumSet.noneOf(Door.class));

	private final Set<OfMembers> spoilt = Collections.synchronizedSet(EnumSet.noneOf(OfMembers.class));

	private final Map<String, ServiceAnswer> broken = new ConcurrentHashMap<>();

	private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

	private int percent;

	private Random random = new Random(0);

	/** From now on so many of a hundred scores meet with some mishap, by seed. */
	public synchronized void atRandom(int percent, long seed) {
		this.percent = percent;
		this.random = new Random(seed);
	}

	/** What the next score meets with; mostly nothing. */
	synchronized Optional<Mishap> mishap() {
		Mishap[] all = Mishap.values();
		return (this.random.nextInt(100) < this.percent) ? Optional.of(all[this.random.nextInt(all.length)])
				: Optional.empty();
	}

	/** From now on every call of this service is answered with 503. */
	public void takeDown(Door door) {
		this.down.add(door);
	}

	/** The service works again. */
	public void bringBack(Door door) {
		this.down.remove(door);
	}

	public boolean isDown(Door door) {
		return this.down.contains(door);
	}

	/** From now on every score for this line item, and for no other, is answered so. */
	public void breakLineItem(String id, int status, String mediaType, String body) {
		this.broken.put(id, new ServiceAnswer(status, mediaType, body, ""));
	}

	/** From now on no score for this line item is answered until all is mended. */
	public void holdLineItem(String id) {
		this.held.put(id, new CountDownLatch(1));
	}

	/** What stands in the way of a score at this path; mostly nothing. */
	Optional<ServiceAnswer> ofLineItem(String path) {
		Matcher id = SCORES.matcher(path);
		if (!id.matches()) {
			return Optional.empty();
		}
		CountDownLatch latch = this.held.get(id.group(1));
		if (latch != null) {
			await(latch);
		}
		return Optional.ofNullable(this.broken.get(id.group(1)));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether the service at this path is out of order. */
	boolean close(String path) {
		return Arrays.stream(Door.values()).anyMatch((door) -> path.endsWith(door.path) && isDown(door));
	}

	/** From now on the lists of members are wrong in this way. */
	public void spoil(OfMembers fault) {
		this.spoilt.add(fault);
	}

	public boolean spoils(OfMembers fault) {
		return this.spoilt.contains(fault);
	}

	/** Everything works again. */
	public void clear() {
		this.down.clear();
		this.spoilt.clear();
		this.broken.clear();
		this.held.values().forEach(CountDownLatch::countDown);
		this.held.clear();
		atRandom(0, 0);
	}

	/** What can become of a score on its way. */
	enum Mishap {

		/** Answered with 503. */
		UNAVAILABLE,

		/** Taken, but so late that nobody waits for the answer any more. */
		LATE,

		/** Taken, and the answer gets lost. */
		CUT_OFF,

		/** The token is not believed. */
		UNAUTHORIZED,

		/** Something newer is said to be there. */
		CONFLICT

	}

	/** A service that can be out of order. */
	public enum Door {

		/** Takes scores. */
		SCORES("Score service", "/scores"),

		/** Gives access tokens. */
		TOKENS("Token service", "/token"),

		/** Says who is in the course. */
		MEMBERS("Members service", "/memberships");

		private final String label;

		private final String path;

		Door(String label, String path) {
			this.label = label;
			this.path = path;
		}

		public String label() {
			return this.label;
		}

	}

	/** What can be wrong with the members of a course; Moodle does none of it. */
	public enum OfMembers {

		/**
		 * Every page has a next one, at localhost: another host, which leads to this LMS
		 * all the same, so that {@link Received} has the calls that should not be made.
		 */
		NEXT_PAGE_ELSEWHERE,

		/** After every page comes the first one. */
		PAGES_WITHOUT_END,

		/** Suspended people are listed, as Inactive (NRPS 2.0). */
		SUSPENDED_ARE_INACTIVE

	}

}
