package org.mentorprep.lti.service;

import java.net.URI;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Posts scores to the gradebook of an LMS (AGS 2.0, section 3.4). */
@Component
public class ScoreClient {

	/** The scope that scores need (AGS 2.0, section 3.4). */
	public static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

	private static final Set<String> SCOPES = Set.of(SCOPE);

	private static final MediaType SCORE = MediaType.parseMediaType("application/vnd.ims.lis.v1.score+json");

	/** Compact, on one line: Moodle answers 200 to a refused body of several lines. */
	private static final JsonMapper JSON = JsonMapper.shared();

	private final ServiceClient calls;

	ScoreClient(ServiceClient calls) {
		this.calls = calls;
	}

	/**
	 * Posts one score. A token that is not taken is replaced once.
	 * @param registration with the LMS; the scopes are set here
	 * @param lineItem as the launch told it, with its query
	 */
	public ScoreReply post(ClientRegistration registration, URI lineItem, Score score) {
		URI scores = scoresOf(lineItem);
		byte[] body = JSON.writeValueAsBytes(score.members());
		try {
			return this.calls.call(registration, SCOPES, scores, (http, token) -> send(http, scores, token, body));
		}
		catch (ServiceFailed ex) {
			return ex.reply();
		}
	}

	private ScoreReply send(RestClient http, URI scores, String token, byte[] body) {
		// exchange() adds no Accept of its own; Moodle knows only exact media types.
		ScoreReply reply = http.post()
			.uri(scores)
			.contentType(SCORE)
			.headers((headers) -> headers.setBearerAuth(token))
			.body(body)
			.exchangeForRequiredValue((request, response) -> ScoreStatus.read(response, this.calls.clock()));
		if (reply instanceof ScoreReply.Refused) {
			throw new ServiceFailed(reply);
		}
		return reply;
	}

	/** The path grows, the query stays (AGS 2.0, section 3.4). */
	private static URI scoresOf(URI lineItem) {
		return UriComponentsBuilder.fromUri(lineItem).path("/scores").build(true).toUri();
	}

}
