package practicelms.service;

import java.util.Set;

import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.course.Site;

/** What every resource asks first: whose token, which course, which column. */
class Access {

	private final AccessTokens tokens;

	private final Gradebook gradebook;

	Access(AccessTokens tokens, Gradebook gradebook) {
		this.tokens = tokens;
		this.gradebook = gradebook;
	}

	/** 401 for anything that is wrong with the token, never 403. */
	void check(ServiceRequest request, Set<String> scopes) {
		String typeId = request.parameter("type_id");
		boolean foreign = typeId != null && !Site.TYPE_ID.equals(typeId);
		if (foreign || !this.tokens.permits(request.authorization(), scopes)) {
			throw new ServiceRefused(401, "Unauthorized");
		}
		if (!Course.ID.equals(request.courseId())) {
			throw new ServiceRefused(404, "Not Found: Course doesn't exist");
		}
	}

	LineItem lineItem(ServiceRequest request) {
		return this.gradebook.lineItem(request.itemId())
			.orElseThrow(() -> new ServiceRefused(404, "Not Found: Grade item doesn't exist"));
	}

}
