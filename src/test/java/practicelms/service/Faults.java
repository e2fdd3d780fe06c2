package practicelms.service;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The faults that a person or a test can switch on, and off again. */
public class Faults {

	private final Set<Door> down = Collections.synchronizedSet(EnumSet.noneOf(Door.class));

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
