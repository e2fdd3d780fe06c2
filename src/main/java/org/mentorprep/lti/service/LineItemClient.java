package org.mentorprep.lti.service;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

/**
 * Finds columns of a gradebook, and makes one (AGS 2.0, section 3.2). It neither changes
 * nor deletes any: Moodle drops the grades of a column with it, and forgets of a changed
 * one whatever is not said again.
 */
@Component
public class LineItemClient {

	/** The scope that making columns needs (AGS 2.0, section 3.2.2). */
	public static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";

	/** The scope that is enough for looking. */
	public static final String READ_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";

	private static final MediaType LINE_ITEMS = MediaType
		.parseMediaType("application/vnd.ims.lis.v2.lineitemcontainer+json");

	private static final MediaType LINE_ITEM = MediaType.parseMediaType("application/vnd.ims.lis.v2.lineitem+json");

	private static final int LARGEST = 64 * 1024;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ServiceClient calls;

	private final ServicePages pages;

	LineItemClient(ServiceClient calls) {
		this.calls = calls;
		this.pages = new ServicePages(calls);
	}

	/**
	 * All our columns in a course.
	 * @param scope the one of {@link #SCOPE} and {@link #READ_SCOPE} that the LMS offers
	 * @throws ServiceFailed if they can't be read
	 */
	public List<LineItem> all(ClientRegistration registration, URI lineItems, String scope) {
		return this.pages.read(registration, Set.of(scope), lineItems, LINE_ITEMS, LineItemClient::lineItem);
	}

	/**
	 * Makes a column. There is no check for one that is there: look first.
	 * @throws ServiceFailed if the LMS makes none
	 */
	public LineItem make(ClientRegistration registration, URI lineItems, LineItemWish wish) {
		byte[] body = JSON.writeValueAsBytes(members(wish));
		return this.calls.call(registration, Set.of(SCOPE), lineItems,
				(http, token) -> http.post()
					.uri(lineItems)
					.contentType(LINE_ITEM)
					.accept(LINE_ITEM)
					.headers((headers) -> headers.setBearerAuth(token))
					.body(body)
					.exchangeForRequiredValue((request, response) -> made(response)));
	}

	private LineItem made(ClientHttpResponse response) throws IOException {
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw new ServiceFailed(ScoreStatus.read(response, this.calls.clock()));
		}
		try {
			return lineItem(JSON.readTree(response.getBody().readNBytes(LARGEST)))
				.orElseThrow(() -> new ServiceFailed(new ScoreReply.TryLater(null)));
		}
		catch (JacksonException ex) {
			throw new ServiceFailed(new ScoreReply.TryLater(null));
		}
	}

	private static Map<String, Object> members(LineItemWish wish) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("label", wish.label());
		members.put("scoreMaximum", wish.scoreMaximum());
		members.put("resourceLinkId", wish.resourceLinkId());
		members.put("resourceId", wish.resourceId());
		members.put("tag", wish.tag());
		return members;
	}

	/** Nothing if it is no line item; what else it says is no business of ours. */
	private static Optional<LineItem> lineItem(JsonNode item) {
		try {
			String id = item.path("id").asString("");
			return id.isEmpty() ? Optional.empty() : Optional.of(new LineItem(URI.create(id), text(item, "resourceId"),
					text(item, "tag"), text(item, "resourceLinkId")));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static @Nullable String text(JsonNode item, String name) {
		String text = item.path(name).asString("");
		return text.isEmpty() ? null : text;
	}

	/**
	 * A column of a gradebook (AGS 2.0, section 3.2.9).
	 *
	 * @param resourceId what we call the thing that is graded
	 * @param tag what we call this grade of it
	 * @param resourceLinkId the link it belongs to; absent if it stands by itself
	 */
	public record LineItem(URI id, @Nullable String resourceId, @Nullable String tag, @Nullable String resourceLinkId) {
	}

	/** A column that an LMS is asked to make (AGS 2.0, section 3.2.9). */
	public record LineItemWish(String label, int scoreMaximum, String resourceLinkId, String resourceId, String tag) {
	}

}
