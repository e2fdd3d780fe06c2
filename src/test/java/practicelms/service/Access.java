package practicelms.service;

import java.util.Set;

import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.course.Site;
import practicelms.course.Tool;
import practicelms.course.Tools;

/** What every resource asks first: whose token, which course, which column. */
public class Access {

	private final AccessTokens tokens;

	private final Tools tools;

	private final Gradebook gradebook;

	Access(AccessTokens tokens, Tools tools, Gradebook gradebook) {
		this.tokens = tokens;
		this.tools = tools;
		this.gradebook = gradebook;
	}

	/** 401 for anything that is wrong with the token, never 403. */
	void check(ServiceRequest request, Set<String> scopes) {
		String typeId = request.parameter("type_id");
		boolean foreign = typeId != null && !Site.TYPE_ID.equals(typeId);
		if (foreign || this.tokens.clientOf(request.authorization(), scopes).isEmpty()) {
			throw new ServiceRefused(401, "Unauthorized");
		}
		if (!Course.ID.equals(request.courseId())) {
			throw new ServiceRefused(404, "Not Found: Course doesn't exist");
		}
	}

	/** The tool whose token it is, which has to be the one that the path names. */
	public Tool tool(ServiceRequest request, String typeId, String scope) {
		return this.tokens.clientOf(request.authorization(), Set.of(scope))
			.flatMap(this.tools::find)
			.filter((tool) -> typeId.equals(String.valueOf(tool.typeId())))
			.orElseThrow(() -> new ServiceRefused(401, "Unauthorized"));
	}

	LineItem lineItem(ServiceRequest request) {
		return this.gradebook.lineItem(request.itemId())
			.orElseThrow(() -> new ServiceRefused(404, "Not Found: Grade item doesn't exist"));
	}

}
