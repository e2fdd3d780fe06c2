package practicelms.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import practicelms.course.Activity;
import practicelms.course.Course;
import practicelms.course.Person;
import practicelms.course.Site;
import practicelms.course.Tool;
import practicelms.service.Access;
import practicelms.service.Faults;
import practicelms.service.Resource;
import practicelms.service.Scope;
import practicelms.service.ServiceAnswer;
import practicelms.service.ServiceRefused;
import practicelms.service.ServiceRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of a course (NRPS 2.0) by the rules of Moodle's contextmemberships resource.
 * It has neither the older JSON-LD of that resource nor its basicoutcome, since the
 * practice LMS has no service for LTI 1.1.
 */
class Memberships implements Resource {

	private static final String CONTAINER = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

	private final Access access;

	private final Members members;

	private final Site site;

	private final Faults faults;

	private final JsonMapper json;

	Memberships(Access access, Members members, Site site, Faults faults, JsonMapper json) {
		this.access = access;
		this.members = members;
		this.site = site;
		this.faults = faults;
		this.json = json;
	}

	@Override
	public Pattern path() {
		return Pattern.compile("/CourseSection/([^/]+)/bindings/([^/]+)/memberships");
	}

	@Override
	public List<String> formats() {
		return List.of(CONTAINER);
	}

	@Override
	public Set<String> methods() {
		return Set.of("GET");
	}

	@Override
	public ServiceAnswer execute(ServiceRequest request) {
		Tool tool = this.access.tool(request, request.typeId(), Scope.MEMBERS);
		if (!this.members.course().isContext(request.courseId())) {
			throw new ServiceRefused(404, "Not Found: Course " + request.courseId() + " doesn't exist");
		}
		Activity link = link(request.parameter("rlid"));
		Page page = Page.of(this.members.with(request.parameter("role")), request.parameter("limit"),
				request.parameter("from"));
		String url = this.site.membershipsUrl(request.courseId(), tool.typeId());
		Map<String, Object> container = new LinkedHashMap<>();
		container.put("id", url);
		container.put("context", context(request.courseId()));
		container.put("members", page.people().stream().map((person) -> member(person, tool, link)).toList());
		return ServiceAnswer.page(CONTAINER, this.json.writeValueAsString(container), next(page, url, link));
	}

	private @Nullable Activity link(@Nullable String resourceLinkId) {
		if (resourceLinkId == null || resourceLinkId.isEmpty()) {
			return null;
		}
		return this.members.activity(resourceLinkId)
			.orElseThrow(() -> new ServiceRefused(404, "Not Found: LTI link " + resourceLinkId + " doesn't exist"));
	}

	private Map<String, String> context(String id) {
		Course course = this.members.course();
		Map<String, String> context = new LinkedHashMap<>();
		context.put("id", id);
		context.put("label", course.label());
		context.put("title", course.title());
		return context;
	}

	private Map<String, Object> member(Person person, Tool tool, @Nullable Activity link) {
		Map<String, Object> member = new LinkedHashMap<>();
		member.put("status", this.members.course().isSuspended(person) ? "Inactive" : "Active");
		member.put("roles", person.duty().memberRoles());
		if (link != null) {
			member.put("message", List
				.of(Map.of("https://purl.imsglobal.org/spec/lti/claim/message_type", "LtiResourceLinkRequest")));
		}
		member.put("user_id", person.id());
		member.put("lis_person_sourcedid", "");
		if (tool.isToldNames()) {
			member.put("name", person.name());
			member.put("given_name", person.givenName());
			member.put("family_name", person.familyName());
			member.put("ext_user_username", person.username());
		}
		if (tool.isToldEmail()) {
			member.put("email", person.email());
		}
		return member;
	}

	/** Forgets the role that was asked for, as Moodle does. */
	private @Nullable String next(Page page, String url, @Nullable Activity link) {
		boolean elsewhere = this.faults.spoils(Faults.OfMembers.NEXT_PAGE_ELSEWHERE);
		boolean endless = this.faults.spoils(Faults.OfMembers.PAGES_WITHOUT_END);
		if (!page.more() && !elsewhere && !endless) {
			return null;
		}
		String next = url + "?limit=" + page.limit() + "&from=" + (endless ? 0 : page.from() + page.limit())
				+ ((link != null) ? "&rlid=" + link.resourceLinkId() : "");
		return elsewhere ? next.replace("//127.0.0.1:", "//localhost:") : next;
	}

}
