package practicelms.launch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import practicelms.course.Activity;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.LineItem;
import practicelms.course.Person;
import practicelms.course.Site;
import practicelms.course.Tools;
import practicelms.service.Scope;

/**
 * Writes the id_token of a launch as Moodle 4.5 does (LTI 1.3 core, section 5). What it
 * promises is there: no claim for services that the practice LMS doesn't have.
 */
class IdToken {

	private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

	private static final long LIFE_SECONDS = 60;

	private final Site site;

	private final Tools tools;

	private final Course course;

	private final Gradebook gradebook;

	private final SigningKey key;

	private final Clock clock;

	IdToken(Site site, Tools tools, Course course, Gradebook gradebook, SigningKey key, Clock clock) {
		this.site = site;
		this.tools = tools;
		this.course = course;
		this.gradebook = gradebook;
		this.key = key;
		this.clock = clock;
	}

	String create(BrowserSession session, PendingLaunch launch, String nonce) {
		Person person = session.person();
		Instant now = this.clock.instant();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(this.site.baseUrl())
			.audience(this.tools.current().clientId())
			.subject(person.id())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(LIFE_SECONDS)))
			.claim("nonce", nonce);
		addPerson(claims, person);
		addMessage(claims, session, launch);
		addKind(claims, session, launch);
		addSurroundings(claims, session, launch);
		claims.claim("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", gradeServices(launch));
		addMembers(claims, launch.contextId());
		return this.key.sign(claims.build());
	}

	/** What was not asked for at registration is absent. */
	private void addPerson(JWTClaimsSet.Builder claims, Person person) {
		if (this.tools.current().isToldNames()) {
			claims.claim("name", person.name())
				.claim("given_name", person.givenName())
				.claim("family_name", person.familyName());
		}
		if (this.tools.current().isToldEmail()) {
			claims.claim("email", person.email());
		}
	}

	/** Absent as long as no activity of the tool stands in the course. */
	private void addMembers(JWTClaimsSet.Builder claims, String contextId) {
		if (this.course.hasActivityIn(contextId)) {
			claims.claim("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
					Map.of("context_memberships_url",
							this.site.membershipsUrl(contextId, this.tools.current().typeId()), "service_versions",
							List.of("1.0", "2.0")));
		}
	}

	private void addMessage(JWTClaimsSet.Builder claims, BrowserSession session, PendingLaunch launch) {
		claims.claim(LTI + "version", "1.3.0")
			.claim(LTI + "deployment_id", this.tools.current().deploymentId())
			.claim(LTI + "target_link_uri", this.site.toolLaunch())
			.claim(LTI + "roles", session.person().duty().roles());
	}

	private void addKind(JWTClaimsSet.Builder claims, BrowserSession session, PendingLaunch launch) {
		Activity activity = launch.activity();
		if (activity == null) {
			claims.claim(LTI + "message_type", "LtiDeepLinkingRequest")
				.claim(LTI + "launch_presentation", Map.of("locale", "en"))
				.claim("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings", choosing(session));
			return;
		}
		claims
			.claim(LTI + "message_type",
					(launch.forUser() != null) ? "LtiSubmissionReviewRequest" : "LtiResourceLinkRequest")
			.claim(LTI + "resource_link",
					Map.of("id", activity.resourceLinkId(), "title", activity.title(), "description",
							activity.description()))
			.claim(LTI + "launch_presentation",
					Map.of("locale", "en", "document_target", launch.container().documentTarget(), "return_url",
							returnUrl(session, launch, activity)))
			.claim(LTI + "custom", CustomValues.of(session.person(), this.course, activity));
		if (launch.forUser() != null) {
			claims.claim(LTI + "for_user", Map.of("user_id", launch.forUser()));
		}
	}

	/** As Moodle: no accept_media_types, no accept_lineitem, no data. */
	private Map<String, Object> choosing(BrowserSession session) {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("accept_types", List.of("ltiResourceLink"));
		settings.put("accept_presentation_document_targets", List.of("frame", "iframe", "window"));
		settings.put("accept_multiple", true);
		settings.put("accept_unsigned", false);
		settings.put("auto_create", false);
		settings.put("can_confirm", false);
		settings.put("accept_copy_advice", false);
		settings.put("deep_link_return_url", this.site.pagesUrl() + "/contentitem_return.php?course=" + Course.ID
				+ "&id=" + Site.TYPE_ID + "&sesskey=" + session.sesskey());
		settings.put("title", "Mentor preparation");
		settings.put("text", "");
		return settings;
	}

	private void addSurroundings(JWTClaimsSet.Builder claims, BrowserSession session, PendingLaunch launch) {
		claims
			.claim(LTI + "context",
					Map.of("id", launch.contextId(), "label", this.course.label(), "title", this.course.title(), "type",
							List.of("CourseSection")))
			.claim(LTI + "lis", Map.of("person_sourcedid", "", "course_section_sourcedid", ""))
			.claim(LTI + "ext", Map.of("lms", "moodle-2", "user_username", session.person().username()))
			.claim(LTI + "tool_platform", Map.of("product_family_code", "moodle", "version", "2024100706", "guid",
					"127.0.0.1", "name", "Practice LMS", "description", "Practice LMS"));
	}

	/** Carries the sesskey of the user: a tool must not log it. */
	private String returnUrl(BrowserSession session, PendingLaunch launch, Activity activity) {
		return this.site.pagesUrl() + "/return.php?course=" + activity.contextId() + "&launch_container="
				+ launch.container().number() + "&instanceid=" + activity.resourceLinkId() + "&sesskey="
				+ session.sesskey();
	}

	/** {@code lineitem} is there only if the link has exactly one (AGS, section 3.1). */
	private Map<String, Object> gradeServices(PendingLaunch launch) {
		Map<String, Object> claim = new LinkedHashMap<>();
		claim.put("scope", new ArrayList<>(Scope.GRADES));
		claim.put("lineitems", this.site.lineItemsUrl());
		List<LineItem> items = (launch.activity() != null)
				? this.gradebook.lineItemsOf(launch.activity().resourceLinkId()) : List.of();
		if (items.size() == 1) {
			claim.put("lineitem", this.site.lineItemUrl(items.get(0).id()));
		}
		return claim;
	}

}
