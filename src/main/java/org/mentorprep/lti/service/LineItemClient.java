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

import org.mentorprep.lti.message.WireAddress;

/**
 * Reads the line items of a course and creates one (AGS 2.0, section 3.2). It neither
 * changes nor deletes any: Moodle drops the grades of a line item with it, and forgets of
 * a changed one whatever is not sent again.
 */
@Component
public class LineItemClient {

	/** The scope that creating line items needs (AGS 2.0, section 3.2.2). */
	public static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";

	/** The scope that reading them needs. */
	public static final String READ_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";

	private static final MediaType LINE_ITEMS = MediaType
		.parseMediaType("application/vnd.ims.lis.v2.lineitemcontainer+json");

	private static final MediaType LINE_ITEM = MediaType.parseMediaType("application/vnd.ims.lis.v2.lineitem+json");

	private static final int LARGEST = 64 * 1024;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ServiceClient client;

	private final ServicePages pages;

	LineItemClient(ServiceClient client) {
		this.client = client;
		this.pages = new ServicePages(client, LINE_ITEMS, "lineItems");
	}

	/**
	 * All our line items in a course.
	 * @param scope the one of {@link #SCOPE} and {@link #READ_SCOPE} that the LMS offers
	 * @throws ServiceFailed if they can't be read
	 */
	public List<LineItem> all(ClientRegistration registration, URI lineItems, String scope) {
		return this.pages.read(registration, Set.of(scope), lineItems, (item) -> lineItem(item, lineItems));
	}

	/**
	 * Creates a line item. An LMS creates a second one like it without a word: read
	 * first.
	 * @throws ServiceFailed if the LMS creates none
	 */
	public LineItem create(ClientRegistration registration, URI lineItems, NewLineItem item) {
		byte[] body = JSON.writeValueAsBytes(members(item));
		return this.client.call(registration, Set.of(SCOPE), lineItems,
				(http, token) -> http.post()
					.uri(lineItems)
					.contentType(LINE_ITEM)
					.accept(LINE_ITEM)
					.headers((headers) -> headers.setBearerAuth(token))
					.body(body)
					.exchangeForRequiredValue((request, response) -> created(response, lineItems)));
	}

	private LineItem created(ClientHttpResponse response, URI lineItems) throws IOException {
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw ServiceFailed.of(response, this.client.clock());
		}
		try {
			return lineItem(JSON.readTree(response.getBody().readNBytes(LARGEST)), lineItems)
				.orElseThrow(() -> new ServiceFailed(ServiceFailed.Reason.TRY_LATER));
		}
		catch (JacksonException ex) {
			throw new ServiceFailed(ServiceFailed.Reason.TRY_LATER);
		}
	}

	private static Map<String, Object> members(NewLineItem item) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("label", item.label());
		members.put("scoreMaximum", item.scoreMaximum());
		members.put("resourceLinkId", item.resourceLinkId());
		members.put("resourceId", item.resourceId());
		members.put("tag", item.tag());
		return members;
	}

	/**
	 * Empty if it is no line item; its other members are not read. One whose address
	 * can't be used is one all the same, or it would be created a second time.
	 */
	private static Optional<LineItem> lineItem(JsonNode item, URI lineItems) {
		if (!item.isObject()) {
			return Optional.empty();
		}
		URI id = WireAddress.named(item.path("id").asString(""), lineItems);
		return Optional.of(new LineItem((id != null) ? id : WireAddress.UNUSABLE, text(item, "resourceId"),
				text(item, "tag"), text(item, "resourceLinkId")));
	}

	private static @Nullable String text(JsonNode item, String name) {
		String text = item.path(name).asString("");
		return text.isEmpty() ? null : text;
	}

	/**
	 * A line item: a column of the gradebook (AGS 2.0, section 3.2.9).
	 *
	 * @param id {@link WireAddress#UNUSABLE} if the LMS names none that can be called
	 * @param resourceId our id of what is graded
	 * @param tag our name of this grade of it
	 * @param resourceLinkId the link it belongs to; absent if it belongs to none
	 */
	public record LineItem(URI id, @Nullable String resourceId, @Nullable String tag, @Nullable String resourceLinkId) {
	}

	/** A line item to be created (AGS 2.0, section 3.2.9). */
	public record NewLineItem(String label, int scoreMaximum, String resourceLinkId, String resourceId, String tag) {
	}

}
