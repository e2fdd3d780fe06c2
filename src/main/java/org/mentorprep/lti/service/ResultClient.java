package org.mentorprep.lti.service;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import org.mentorprep.lti.message.WireAddress;

/** Reads results from the gradebook of an LMS (AGS 2.0, section 3.3). */
@Component
public class ResultClient {

	/** The scope that reading results needs (AGS 2.0, section 3.3.2). */
	public static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

	private static final MediaType RESULTS = MediaType
		.parseMediaType("application/vnd.ims.lis.v2.resultcontainer+json");

	private final ServicePages pages;

	ResultClient(ServiceClient client) {
		this.pages = new ServicePages(client, RESULTS, "results");
	}

	/**
	 * The results of a line item.
	 * @param userId whose result; null for everybody's
	 * @throws ServiceFailed if it can't be read
	 */
	public List<Result> read(ClientRegistration registration, URI lineItem, @Nullable String userId) {
		URI results = WireAddress.below(lineItem, "/results");
		URI address = (userId != null)
				? WireAddress.with(results, "user_id=" + UriUtils.encode(userId, StandardCharsets.UTF_8)) : results;
		return this.pages.read(registration, Set.of(SCOPE), address, ResultClient::result);
	}

	private static Optional<Result> result(JsonNode result) {
		JsonNode user = result.path("userId");
		if (!user.isString() && !user.isNumber()) {
			return Optional.empty();
		}
		JsonNode score = result.path("resultScore");
		// Left out, the maximum is 1 (AGS 2.0, section 3.3.4.4).
		double maximum = result.path("resultMaximum").asDouble(1);
		Double share = (score.isNumber() && maximum > 0) ? Double.valueOf(score.asDouble() / maximum) : null;
		return Optional.of(new Result(user.asString(), share, instant(result.path("timestamp").asString(""))));
	}

	private static @Nullable Instant instant(String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * The result of one user in one line item (AGS 2.0, section 3.3.4).
	 *
	 * @param share of the maximum, from 0 to 1 or above; absent if there is no grade
	 * @param timestamp only some LMSs tell it
	 */
	public record Result(String userId, @Nullable Double share, @Nullable Instant timestamp) {

		/** The points of as many, rounded; absent if there is no grade. */
		public @Nullable Integer pointsOf(int maximum) {
			return (this.share != null) ? (int) Math.round(this.share * maximum) : null;
		}

	}

}
