package practicelms.registration;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** What a test may spoil, and what it may look at, when a tool registers. */
public class Registrar {

	private final Set<RegistrationFault> faults = Collections.synchronizedSet(EnumSet.noneOf(RegistrationFault.class));

	private final AtomicInteger configurations = new AtomicInteger();

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	/** From now on this goes wrong. */
	public void spoil(RegistrationFault fault) {
		this.faults.add(fault);
	}

	public boolean spoils(RegistrationFault fault) {
		return this.faults.contains(fault);
	}

	/** How often somebody asked for the configuration. */
	public int configurations() {
		return this.configurations.get();
	}

	/** What tools sent to be registered. */
	public List<Request> requests() {
		return List.copyOf(this.requests);
	}

	public synchronized void clear() {
		this.faults.clear();
		this.configurations.set(0);
		this.requests.clear();
		notifyAll();
	}

	/** Between two bytes of a slow answer. */
	synchronized void pause() throws InterruptedException {
		wait(50);
	}

	void asked() {
		this.configurations.incrementAndGet();
	}

	void add(Request request) {
		this.requests.add(request);
	}

	/** A registration request as it came. */
	public record Request(@Nullable String authorization, String contentType, String body) {
	}

}
