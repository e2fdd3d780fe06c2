package practicelms.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import practicelms.course.Course;
import practicelms.course.LineItem;
import practicelms.course.Site;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a column looks in messages (AGS, section 3.2.4). */
final class LineItemJson {

	static final String FORMAT = "application/vnd.ims.lis.v2.lineitem+json";

	private LineItemJson() {
	}

	static Map<String, Object> of(LineItem item, Site site) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", site.lineItemUrl(item.id()));
		json.put("label", item.label());
		json.put("scoreMaximum", number(item.maximum()));
		json.put("resourceId", item.resourceId());
		json.put("tag", item.tag());
		if (item.resourceLinkId() != null) {
			json.put("resourceLinkId", item.resourceLinkId());
			json.put("ltiLinkId", item.resourceLinkId());
		}
		return json;
	}

	/**
	 * A column as a tool sends it, without regard to an id.
	 * @throws ServiceRefused if it is none, or tied to a link that the course has not
	 */
	static LineItem read(ObjectNode sent, String id, Course course) {
		if (!sent.path("label").isString() || !sent.path("scoreMaximum").isNumber()) {
			throw new ServiceRefused(400, "Incorrect line item received");
		}
		String link = text(sent, "resourceLinkId");
		if (link != null && !course.hasResourceLink(link)) {
			throw new ServiceRefused(403, "Invalid resourceLinkId");
		}
		return new LineItem(id, sent.path("label").asString(), sent.path("scoreMaximum").doubleValue(),
				Objects.requireNonNullElse(text(sent, "resourceId"), ""),
				Objects.requireNonNullElse(text(sent, "tag"), ""), link);
	}

	/** The body of a call, which must be an object. */
	static ObjectNode parse(String body, JsonMapper json) {
		try {
			if (json.readTree(body) instanceof ObjectNode sent) {
				return sent;
			}
		}
		catch (JacksonException ex) {
			// Refused below, as anything else that is no line item.
		}
		throw new ServiceRefused(400, "Incorrect line item received");
	}

	private static @Nullable String text(JsonNode json, String name) {
		return json.hasNonNull(name) ? json.path(name).asString() : null;
	}

	/** Whole numbers come without decimals. */
	static Number number(double value) {
		return (value == Math.rint(value)) ? (Number) (long) value : (Number) value;
	}

}
