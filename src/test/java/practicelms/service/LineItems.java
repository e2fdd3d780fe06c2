package practicelms.service;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.course.Site;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All columns of the course that belong to the tool, in one page; and new ones. */
class LineItems implements Resource {

	private static final String CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";

	private final Access access;

	private final Gradebook gradebook;

	private final Course course;

	private final Site site;

	private final JsonMapper json;

	LineItems(Access access, Gradebook gradebook, Course course, Site site, JsonMapper json) {
		this.access = access;
		this.gradebook = gradebook;
		this.course = course;
		this.site = site;
		this.json = json;
	}

	@Override
	public Pattern path() {
		return Pattern.compile("/([^/]+)/lineitems");
	}

	@Override
	public List<String> formats() {
		return List.of(CONTAINER, LineItemJson.FORMAT);
	}

	@Override
	public Set<String> methods() {
		return Set.of("GET", "POST");
	}

	/** Unlike its neighbours this one doesn't take any type. */
	@Override
	public ServiceAnswer execute(ServiceRequest request) {
		if (!request.isGet()) {
			this.access.check(request, Set.of(Scope.LINE_ITEM));
			return make(request);
		}
		this.access.check(request, Set.of(Scope.LINE_ITEM, Scope.LINE_ITEM_READ));
		if (request.mediaType() != null && !CONTAINER.equals(request.mediaType())) {
			throw new ServiceRefused(400, "No context or unsupported content type");
		}
		String link = first(request.parameter("resource_link_id"), request.parameter("lti_link_id"));
		List<?> items = this.gradebook.lineItems()
			.stream()
			.filter((item) -> matches(link, item.resourceLinkId()))
			.filter((item) -> matches(request.parameter("resource_id"), item.resourceId()))
			.filter((item) -> matches(request.parameter("tag"), item.tag()))
			.map((LineItem item) -> LineItemJson.of(item, this.site))
			.toList();
		return ServiceAnswer.ok(CONTAINER, this.json.writeValueAsString(items));
	}

	/** Echoes what was sent, with the id; whether there is such a column nobody looks. */
	private ServiceAnswer make(ServiceRequest request) {
		ObjectNode sent = LineItemJson.parse(request.body(), this.json);
		LineItem made = this.gradebook.add(LineItemJson.read(sent, "", this.course));
		sent.put("id", this.site.lineItemUrl(made.id()));
		return new ServiceAnswer(201, LineItemJson.FORMAT, this.json.writeValueAsString(sent), "");
	}

	private static @Nullable String first(@Nullable String one, @Nullable String other) {
		return (one != null) ? one : other;
	}

	private static boolean matches(@Nullable String wanted, @Nullable String actual) {
		return wanted == null || wanted.equals(actual);
	}

}
