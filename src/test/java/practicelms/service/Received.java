package practicelms.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that the tool asked of the services, for tests that look behind. */
public class Received {

	private final List<ReceivedScore> scores = new CopyOnWriteArrayList<>();

	private final List<ReceivedTokenRequest> tokenRequests = new CopyOnWriteArrayList<>();

	void add(ReceivedScore score) {
		this.scores.add(score);
	}

	void add(ReceivedTokenRequest request) {
		this.tokenRequests.add(request);
	}

	/** Score requests in the order of their arrival. */
	public List<ReceivedScore> scores() {
		return List.copyOf(this.scores);
	}

	public List<ReceivedTokenRequest> tokenRequests() {
		return List.copyOf(this.tokenRequests);
	}

	public void clear() {
		this.scores.clear();
		this.tokenRequests.clear();
	}

}
