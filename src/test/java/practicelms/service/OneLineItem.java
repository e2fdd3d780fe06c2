package practicelms.service;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.course.Site;
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
		ObjectNode sent = LineItemJson.parse(request.body(), this.json);
		this.gradebook.replace(LineItemJson.read(sent, old.id(), this.course));
		sent.put("id", this.site.lineItemUrl(old.id()));
		return ServiceAnswer.ok(LineItemJson.FORMAT, this.json.writeValueAsString(sent));
	}

}
