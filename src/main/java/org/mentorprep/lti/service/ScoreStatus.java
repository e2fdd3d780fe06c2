package org.mentorprep.lti.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Reads the answer to a score: by status, and by the one body that matters. Nothing of
 * the answer leaves this class.
 */
final class ScoreStatus {

	/** What Moodle writes where it can't write a reason. */
	private static final String EMPTY_LIST = "[]";

	/** Too early, time-out of the server's own, too many. */
	private static final Set<Integer> PATIENCE = Set.of(408, 425, 429);

	private ScoreStatus() {
	}

	static boolean asksForPatience(HttpStatusCode status) {
		return PATIENCE.contains(status.value());
	}

	static ScoreReply read(ClientHttpResponse response, Clock clock) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		if (status.is2xxSuccessful()) {
			// A refusal whose reason Moodle could not put into the status line keeps 200.
			return saysEmptyList(response) ? refused(ScoreReply.Reason.NOT_ACCEPTED) : new ScoreReply.Accepted();
		}
		if (status.value() == 500 && saysEmptyList(response)) {
			return refused(ScoreReply.Reason.LOCKED);
		}
		if (status.is4xxClientError() && !asksForPatience(status)) {
			return clientError(status.value());
		}
		return new ScoreReply.TryLater(ServiceHttp.retryAfter(response.getHeaders(), clock));
	}

	private static ScoreReply clientError(int status) {
		return switch (status) {
			case 401 -> refused(ScoreReply.Reason.NOT_AUTHORIZED);
			case 403 -> refused(ScoreReply.Reason.FORBIDDEN);
			case 404, 410 -> refused(ScoreReply.Reason.COLUMN_GONE);
			case 409 -> new ScoreReply.NewerThere();
			default -> refused(ScoreReply.Reason.NOT_ACCEPTED);
		};
	}

	private static ScoreReply refused(ScoreReply.Reason reason) {
		return new ScoreReply.Refused(reason);
	}

	private static boolean saysEmptyList(ClientHttpResponse response) throws IOException {
		byte[] start = response.getBody().readNBytes(16);
		return EMPTY_LIST.equals(new String(start, StandardCharsets.UTF_8).strip());
	}

}
