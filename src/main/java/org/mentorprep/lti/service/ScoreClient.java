package org.mentorprep.lti.service;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Posts scores to the gradebook of an LMS (AGS 2.0, section 3.4). */
@Component
public class ScoreClient {

	/** The scope that scores need (AGS 2.0, section 3.4). */
	public static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

	private static final Set<String> SCOPES = Set.of(SCOPE);

	private static final MediaType SCORE = MediaType.parseMediaType("application/vnd.ims.lis.v1.score+json");

	private static final ScoreReply UNAUTHORIZED = new ScoreReply.Refused(ScoreReply.Reason.NOT_AUTHORIZED);

	/** Compact, on one line: Moodle answers 200 to a refused body of several lines. */
	private static final JsonMapper JSON = JsonMapper.shared();

	private final AccessTokens tokens;

	private final RestClient http;

	private final Clock clock;

	private final Duration longest;

	ScoreClient(ServiceProperties properties, SigningKey key, Clock clock) {
		ClientHttpRequestFactory requests = ServiceHttp.requests(properties);
		this.tokens = new AccessTokens(new TokenEndpoint(requests, key, clock));
		this.http = RestClient.builder().requestFactory(requests).build();
		this.clock = clock;
		// Token and score, and both again after a 401.
		this.longest = properties.connectTimeout().plus(properties.readTimeout()).multipliedBy(4);
	}

	/** The longest that one post can take. */
	public Duration longest() {
		return this.longest;
	}

	/**
	 * Posts one score. A token that is not taken is replaced once.
	 * @param registration with the LMS; the scopes are set here
	 * @param lineItem as the launch told it, with its query
	 */
	public ScoreReply post(ClientRegistration registration, URI lineItem, Score score) {
		if (!ServiceHosts.isOwn(registration, lineItem)) {
			return new ScoreReply.Refused(ScoreReply.Reason.FOREIGN_ADDRESS);
		}
		URI scores = scoresOf(lineItem);
		byte[] body = JSON.writeValueAsBytes(score.members());
		try {
			String token = this.tokens.get(registration, SCOPES);
			ScoreReply reply = send(scores, token, body);
			if (reply.equals(UNAUTHORIZED)) {
				this.tokens.drop(registration, SCOPES, token);
				reply = send(scores, this.tokens.get(registration, SCOPES), body);
			}
			return reply;
		}
		catch (NoToken ex) {
			return ex.reply();
		}
		catch (ResourceAccessException ex) {
			return new ScoreReply.Unreachable();
		}
	}

	private ScoreReply send(URI scores, String token, byte[] body) {
		// exchange() adds no Accept of its own; Moodle knows only exact media types.
		return this.http.post()
			.uri(scores)
			.contentType(SCORE)
			.headers((headers) -> headers.setBearerAuth(token))
			.body(body)
			.exchangeForRequiredValue((request, response) -> ScoreStatus.read(response, this.clock));
	}

	/** The path grows, the query stays (AGS 2.0, section 3.4). */
	private static URI scoresOf(URI lineItem) {
		return UriComponentsBuilder.fromUri(lineItem).path("/scores").build(true).toUri();
	}

}
