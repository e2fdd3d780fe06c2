package practicelms.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import practicelms.course.Grade;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.course.Site;
import tools.jackson.databind.json.JsonMapper;

/** What stands in one column (AGS, section 3.3). */
class Results implements Resource {

	private static final String CONTAINER = "application/vnd.ims.lis.v2.resultcontainer+json";

	private final Access access;

	private final Gradebook gradebook;

	private final Site site;

	private final JsonMapper json;

	Results(Access access, Gradebook gradebook, Site site, JsonMapper json) {
		this.access = access;
		this.gradebook = gradebook;
		this.site = site;
		this.json = json;
	}

	@Override
	public Pattern path() {
		return Pattern.compile("/([^/]+)/lineitems/([^/]+)/lineitem/results");
	}

	@Override
	public List<String> formats() {
		return List.of(CONTAINER);
	}

	@Override
	public Set<String> methods() {
		return Set.of("GET");
	}

	/** Moodle stumbles over limit together with type_id: an HTML page, status 404. */
	@Override
	public ServiceAnswer execute(ServiceRequest request) {
		this.access.check(request, Set.of(Scope.RESULT_READ));
		LineItem item = this.access.lineItem(request);
		if (request.parameter("limit") != null && request.parameter("type_id") != null) {
			return new ServiceAnswer(404, "text/html", "<h1>Error</h1>", "Not Found");
		}
		String user = request.parameter("user_id");
		List<Map<String, Object>> results = new ArrayList<>();
		for (Grade grade : this.gradebook.grades()) {
			boolean asked = user == null || user.equals(grade.userId());
			if (asked && grade.itemId().equals(item.id()) && grade.timestamp() != null) {
				results.add(result(grade));
			}
		}
		return ServiceAnswer.ok(CONTAINER, this.json.writeValueAsString(results));
	}

	private Map<String, Object> result(Grade grade) {
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("id", this.site.resultUrl(grade.itemId(), grade.userId()));
		result.put("userId", grade.userId());
		if (grade.score() != null) {
			result.put("resultScore", LineItemJson.number(grade.score()));
			result.put("resultMaximum", LineItemJson.number(grade.maximum()));
			if (grade.comment() != null) {
				result.put("comment", grade.comment());
			}
			result.put("scoreOf", this.site.lineItemUrl(grade.itemId()));
			result.put("timestamp", String.valueOf(grade.timestamp()));
		}
		return result;
	}

}
