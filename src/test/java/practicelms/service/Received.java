package practicelms.service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that the tool asked of the services, for tests that look behind. */
public class Received {

	private final List<ReceivedScore> scores = new CopyOnWriteArrayList<>();

	private final List<ReceivedTokenRequest> tokenRequests = new CopyOnWriteArrayList<>();

	private final List<MembersCall> membersCalls = new CopyOnWriteArrayList<>();

	void add(ReceivedScore score) {
		this.scores.add(score);
	}

	void add(ReceivedTokenRequest request) {
		this.tokenRequests.add(request);
	}

	void add(MembersCall call) {
		this.membersCalls.add(call);
	}

	/** Score requests in the order of their arrival. */
	public List<ReceivedScore> scores() {
		return List.copyOf(this.scores);
	}

	public List<ReceivedTokenRequest> tokenRequests() {
		return List.copyOf(this.tokenRequests);
	}

	/** Calls for the members of a course in the order of their arrival. */
	public List<MembersCall> membersCalls() {
		return List.copyOf(this.membersCalls);
	}

	public void clear() {
		this.scores.clear();
		this.tokenRequests.clear();
		this.membersCalls.clear();
	}

	/**
	 * A call for the members of a course, whatever became of it.
	 *
	 * @param url with the host that the tool called, and the query
	 * @param headers names in lower case
	 * @param status what the LMS answered
	 */
	public record MembersCall(String url, Map<String, String> headers, int status) {
	}

}
