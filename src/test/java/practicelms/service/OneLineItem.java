package practicelms.service;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.course.Site;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One column: to read, and to change whole, forgetting what isn't said again. */
class OneLineItem implements Resource {

	private final Access access;

	private final Gradebook gradebook;

	private final Course course;

	private final Site site;

	private final JsonMapper json;

	OneLineItem(Access access, Gradebook gradebook, Course course, Site site, JsonMapper json) {
		this.access = access;
		this.gradebook = gradebook;
		this.course = course;
		this.site = site;
		this.json = json;
	}

	@Override
	public Pattern path() {
		return Pattern.compile("/([^/]+)/lineitems/([^/]+)/lineitem");
	}

	@Override
	public List<String> formats() {
		return List.of(LineItemJson.FORMAT);
	}

	@Override
	public Set<String> methods() {
		return Set.of("GET", "PUT");
	}

	@Override
	public ServiceAnswer execute(ServiceRequest request) {
		if (request.isGet()) {
			this.access.check(request, Set.of(Scope.LINE_ITEM, Scope.LINE_ITEM_READ));
			LineItem item = this.access.lineItem(request);
			return ServiceAnswer.ok(LineItemJson.FORMAT,
					this.json.writeValueAsString(LineItemJson.of(item, this.site)));
		}
		this.access.check(request, Set.of(Scope.LINE_ITEM));
		return replace(this.access.lineItem(request), request);
	}

	/** Echoes what was sent, with the id. */
	private ServiceAnswer replace(LineItem old, ServiceRequest request) {
		ObjectNode sent = parse(request.body());
		String link = text(sent, "resourceLinkId");
		if (link != null && !this.course.hasResourceLink(link)) {
			throw new ServiceRefused(403, "Invalid resourceLinkId");
		}
		String resourceId = text(sent, "resourceId");
		String tag = text(sent, "tag");
		this.gradebook
			.replace(new LineItem(old.id(), sent.path("label").asString(), sent.path("scoreMaximum").doubleValue(),
					(resourceId != null) ? resourceId : "", (tag != null) ? tag : "", link));
		sent.put("id", this.site.lineItemUrl(old.id()));
		return ServiceAnswer.ok(LineItemJson.FORMAT, this.json.writeValueAsString(sent));
	}

	private ObjectNode parse(String body) {
		try {
			if (this.json.readTree(body) instanceof ObjectNode sent && sent.path("label").isString()
					&& sent.path("scoreMaximum").isNumber()) {
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

}
