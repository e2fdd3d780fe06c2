package org.mentorprep.lti.service;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import org.mentorprep.lti.message.LtiMessage.Gradebook;
import org.mentorprep.lti.message.WireAddress;

/** Posts scores to the gradebook of an LMS (AGS 2.0, section 3.4). */
@Component
public class ScoreClient {

	/** The scope that scores need (AGS 2.0, section 3.4). */
	public static final String SCOPE = Gradebook.SCORE_SCOPE;

	private static final Set<String> SCOPES = Set.of(SCOPE);

	private static final MediaType SCORE = MediaType.parseMediaType("application/vnd.ims.lis.v1.score+json");

	/** Compact, on one line: Moodle answers 200 to a refused body of several lines. */
	private static final JsonMapper JSON = JsonMapper.shared();

	private final ServiceClient client;

	ScoreClient(ServiceClient client) {
		this.client = client;
	}

	/**
	 * Posts one score.
	 * @param registration with the LMS; the scopes are set here
	 * @param lineItem as the launch named it, with its query
	 * @throws ServiceFailed if the LMS does not say that it took the score
	 */
	public void post(ClientRegistration registration, URI lineItem, Score score) {
		// The path grows, the query stays (AGS 2.0, section 3.4).
		URI scores = WireAddress.below(lineItem, "/scores");
		byte[] body = JSON.writeValueAsBytes(score.members());
		this.client.call(registration, SCOPES, scores, (http, token) -> post(http, scores, token, body));
	}

	private boolean post(RestClient http, URI scores, String token, byte[] body) {
		// exchange() adds no Accept of its own; Moodle knows only exact media types.
		return http.post()
			.uri(scores)
			.contentType(SCORE)
			.headers((headers) -> headers.setBearerAuth(token))
			.body(body)
			.exchangeForRequiredValue((request, response) -> read(response));
	}

	private boolean read(ClientHttpResponse response) throws IOException {
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw ServiceFailed.of(response, this.client.clock());
		}
		LmsWords words = LmsWords.of(response);
		// A refusal whose reason Moodle could not put into the status line keeps 200.
		if (words.areEmptyList()) {
			throw new ServiceFailed(ServiceFailed.Reason.NOT_ACCEPTED);
		}
		if (words.refuse()) {
			throw new ServiceFailed(ServiceFailed.Reason.TURNED_DOWN, words.sentence());
		}
		if (!words.areOfGradebook()) {
			throw new ServiceFailed(ServiceFailed.Reason.UNCLEAR);
		}
		return true;
	}

}
