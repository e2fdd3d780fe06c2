package practicelms.service;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The faults that a person or a test can switch on, and off again. */
public class Faults {

	private final Set<Door> down = Collections.synchronizedSet(EnumSet.noneOf(Door.class));

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

	/** Everything works again. */
	public void clear() {
		this.down.clear();
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
		SCORES("Score service"),

		/** Gives access tokens. */
		TOKENS("Token service");

		private final String label;

		Door(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

}
