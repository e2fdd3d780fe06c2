package practicelms;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicelms.course.Activity;
import practicelms.course.Course;
import practicelms.course.Duty;
import practicelms.course.Person;
import practicelms.service.Scope;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static practicelms.PracticeFixture.LMS;
import static practicelms.PracticeFixture.TOOL;

/** Who is in the course, and who may ask: names and roles as Moodle serves them. */
class PracticeLmsMembershipTests {

	private static final String CLAIM = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

	private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

	private Roster roster;

	@BeforeEach
	void start() {
		LMS.reset();
		this.roster = Roster.open();
	}

	@Test
	void launchSaysWhereTheMembersAre() {
		assertThat(Visitor.as(Course.MENTOR).launch(Course.JUDGEMENTORING).get(CLAIM)).isEqualTo(Map.of(
				"context_memberships_url", LMS.baseUrl() + "/services.php/CourseSection/2/bindings/1/memberships",
				"service_versions", List.of("1.0", "2.0")));
	}

	@Test
	void firstChoiceForACourseSaysNothingOfMembers() {
		LMS.course().activities().forEach(LMS::delete);
		Visitor admin = Visitor.as(Course.COURSE_ADMIN);
		Map<String, Object> claims = admin.claims(Visitor.fields(admin.get("/contentitem.php")));
		assertThat(claims).containsKey("nonce").doesNotContainKey(CLAIM);
	}

	@Test
	void resetBringsDeletedActivitiesBack() {
		List<Activity> before = LMS.course().activities();
		before.forEach(LMS::delete);
		assertThat(LMS.gradebook().lineItems()).isEmpty();
		LMS.reset();
		assertThat(LMS.course().activities()).isEqualTo(before);
	}

	@Test
	void launchDoesNotCountTheScopeAmongThoseForGrades() {
		assertThat(Visitor.as(Course.MENTOR)
			.launch(Course.JUDGEMENTORING)
			.get("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint")).asString()
			.contains("score")
			.doesNotContain(Scope.MEMBERS);
	}

	@Test
	void refusesCallWithoutToken() {
		HttpResponse<String> answer = PracticeFixture
			.send(HttpRequest.newBuilder(URI.create(Roster.url())).header("Accept", Roster.CONTAINER));
		assertThat(answer.statusCode()).isEqualTo(401);
	}

	@Test
	void refusesTokenForGrades() {
		this.roster = new Roster(PracticeFixture.token(PracticeFixture.ALL_SCOPES));
		assertThat(this.roster.get("").statusCode()).isEqualTo(401);
	}

	@Test
	void refusesTheNumberOfAnotherTool() {
		assertThat(this.roster.get(LMS.site().membershipsUrl(Course.ID, 7), Roster.CONTAINER).statusCode())
			.isEqualTo(401);
	}

	@Test
	void refusesUnknownCourse() {
		assertThat(this.roster.get(LMS.site().membershipsUrl("9", 1), Roster.CONTAINER).statusCode()).isEqualTo(404);
	}

	@Test
	void isOnlyRead() {
		HttpResponse<String> answer = PracticeFixture.send(PracticeFixture.post(Roster.url(), Roster.CONTAINER, "{}")
			.header("Authorization", "Bearer " + PracticeFixture.token(Scope.MEMBERS)));
		assertThat(answer.statusCode()).isEqualTo(405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", Roster.CONTAINER + ", application/json", Roster.CONTAINER + ";q=1" })
	void wantsExactlyOneMediaType(String accept) {
		assertThat(this.roster.get(Roster.url(), accept).statusCode()).isEqualTo(400);
	}

	@Test
	void takesAnyMediaType() {
		assertThat(this.roster.get(Roster.url(), "*/*").headers().firstValue("Content-Type"))
			.hasValue(Roster.CONTAINER + ";charset=utf-8");
	}

	@Test
	void saysWhichCourseItIs() {
		JsonNode container = PracticeFixture.json(this.roster.get(""));
		assertThat(container.path("id").asString()).isEqualTo(Roster.url());
		assertThat(container.path("context").toString())
			.isEqualTo("{\"id\":\"2\",\"label\":\"MENTORS\",\"title\":\"Preparing to mentor a beginning teacher\"}");
	}

	@Test
	void describesAMember() {
		assertThat(this.roster.member(Course.MENTOR, "").toString())
			.isEqualTo("{\"status\":\"Active\",\"roles\":[\"Learner\"],"
					+ "\"user_id\":\"4\",\"lis_person_sourcedid\":\"\",\"name\":\"Amara Okafor\","
					+ "\"given_name\":\"Amara\",\"family_name\":\"Okafor\",\"ext_user_username\":\"amara.okafor\"}");
	}

	@ParameterizedTest
	@CsvSource({ "email,email", "family_name,name given_name family_name ext_user_username", "sub,''" })
	void saysOfPeopleWhatTheRegistrationAskedFor(String claim, String fields) {
		int typeId = LMS.tools().add("Another tool", "another-client", Set.of(claim)).typeId();
		String assertion = TOOL.assertion((claims) -> claims.subject("another-client"));
		String token = PracticeFixture
			.json(PracticeFixture.askToken(PracticeFixture.tokenForm(assertion, Scope.MEMBERS)))
			.path("access_token")
			.asString();
		JsonNode people = PracticeFixture
			.json(new Roster(token).get(LMS.site().membershipsUrl(Course.ID, typeId), Roster.CONTAINER));
		List<String> names = new ArrayList<>(List.of("status", "roles", "user_id", "lis_person_sourcedid"));
		names.addAll(fields.isEmpty() ? List.of() : List.of(fields.split(" ")));
		assertThat(people.path("members").path(0).propertyNames()).containsExactlyElementsOf(names);
	}

	@Test
	void launchSaysOfThePersonWhatTheRegistrationAskedFor() {
		LMS.tools().activate(LMS.tools().add("Another tool", "another-client", Set.of("email")).typeId());
		assertThat(Visitor.as(Course.MENTOR).launch(Course.JUDGEMENTORING))
			.containsEntry("email", "amara.okafor@school.example")
			.doesNotContainKeys("name", "given_name", "family_name");
	}

	@Test
	void providersStaffAreAdministratorsToo() {
		assertThat(this.roster.member(Course.PROVIDER, "").path("roles").toString())
			.isEqualTo("[\"Instructor\",\"http://purl.imsglobal.org/vocab/lis/v2/person#Administrator\"]");
	}

	@Test
	void nonEditingTeacherIsInstructorAtLaunchAndLearnerHere() {
		Person tutor = LMS.course().enrol("Lena", "Marsh", Duty.TUTOR);
		assertThat(Visitor.as(tutor).launch(Course.JUDGEMENTORING))
			.containsEntry("https://purl.imsglobal.org/spec/lti/claim/roles", List.of(MEMBERSHIP + "Instructor"));
		assertThat(this.roster.member(tutor, "").path("roles").toString()).isEqualTo("[\"Learner\"]");
	}

	@Test
	void ordersByLastThenFirstName() {
		Person second = LMS.enrolMentor("Zoe", "Abara");
		Person first = LMS.enrolMentor("Aaron", "Abara");
		assertThat(this.roster.ids("")).containsSubsequence(first.id(), second.id(), Course.COURSE_ADMIN.id(),
				Course.MENTOR.id(), Course.PROVIDER.id());
	}

	@Test
	void suspendedPeopleVanish() {
		Person mentor = LMS.enrolMentor("Gil", "Sousa");
		LMS.course().suspend(mentor);
		assertThat(this.roster.ids("")).contains(Course.MENTOR.id()).doesNotContain(mentor.id());
	}

	@Test
	void linkAddsAMessage() {
		assertThat(this.roster.member(Course.MENTOR, "").has("message")).isFalse();
		assertThat(this.roster.member(Course.MENTOR, "?rlid=1").path("message").toString())
			.isEqualTo("[{\"https://purl.imsglobal.org/spec/lti/claim/message_type\":\"LtiResourceLinkRequest\"}]");
	}

	@Test
	void refusesUnknownLink() {
		assertThat(this.roster.get("?rlid=99999").statusCode()).isEqualTo(404);
	}

	@Test
	void copyOfACourseHasMembersOfItsOwnAddress() {
		Activity copied = LMS.course().copy().get(0);
		Object claim = Visitor.as(Course.MENTOR).launch(copied).get(CLAIM);
		String url = LMS.site().membershipsUrl(copied.contextId(), 1);
		assertThat(claim).asString().contains(url);
		assertThat(PracticeFixture.json(this.roster.get(url, Roster.CONTAINER)).path("context").path("id").asString())
			.isEqualTo(copied.contextId());
	}

}
