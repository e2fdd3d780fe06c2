package practicelms;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicelms.course.Course;
import practicelms.course.Person;
import practicelms.service.Faults;
import practicelms.service.Received;

import static org.assertj.core.api.Assertions.assertThat;
import static practicelms.PracticeFixture.LMS;

/** Parts of the list of members, by role and by page, and what can go wrong with it. */
class PracticeLmsMembershipPageTests {

	private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

	private Roster roster;

	@BeforeEach
	void start() {
		LMS.reset();
		this.roster = Roster.open();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Instructor", MEMBERSHIP + "Instructor" })
	void findsInstructors(String role) {
		assertThat(this.roster.ids("?" + PracticeFixture.form(Map.of("role", role)))).containsExactly("3", "2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Learner", MEMBERSHIP + "Learner" })
	void findsLearners(String role) {
		assertThat(this.roster.ids("?" + PracticeFixture.form(Map.of("role", role)))).contains("4")
			.doesNotContain("2", "3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "learner", "Mentor", MEMBERSHIP + "Administrator" })
	void ignoresOtherRoles(String role) {
		assertThat(this.roster.ids("?" + PracticeFixture.form(Map.of("role", role)))).isEqualTo(this.roster.ids(""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?limit=0&from=2", "?limit=-1", "?limit=all", "?from=2" })
	void withoutALimitTheWholeCourseIsOnePage(String query) {
		HttpResponse<String> answer = this.roster.get(query);
		assertThat(PracticeFixture.json(answer).path("members")).hasSize(LMS.course().people().size());
		assertThat(answer.headers().firstValue("Link")).isEmpty();
	}

	@Test
	void pagesMakeUpTheWholeCourse() {
		LMS.enrolMentor("Ola", "Brook");
		List<String> ids = new ArrayList<>();
		String url = Roster.url() + "?limit=2";
		while (url != null) {
			HttpResponse<String> page = this.roster.get(url, Roster.CONTAINER);
			assertThat(PracticeFixture.json(page).path("members")).hasSizeBetween(1, 2);
			ids.addAll(Roster.ids(page));
			url = Roster.next(page);
		}
		assertThat(ids).isEqualTo(this.roster.ids(""));
	}

	@Test
	void nextPageForgetsTheRoleAndKeepsTheLink() {
		assertThat(this.roster.get("?role=Instructor&limit=1&rlid=2").headers().firstValue("Link"))
			.hasValue("<" + Roster.url() + "?limit=1&from=1&rlid=2>; rel=\"next\"");
	}

	@Test
	void serviceThatIsDownAnswers503() {
		LMS.faults().takeDown(Faults.Door.MEMBERS);
		assertThat(this.roster.get("").statusCode()).isEqualTo(503);
		LMS.faults().bringBack(Faults.Door.MEMBERS);
		assertThat(this.roster.get("").statusCode()).isEqualTo(200);
	}

	@Test
	void nextPageCanLeadToAnotherHostWhereTheCallIsSeen() {
		LMS.faults().spoil(Faults.OfMembers.NEXT_PAGE_ELSEWHERE);
		String next = Roster.next(this.roster.get(""));
		this.roster.get(next, Roster.CONTAINER);
		assertThat(next).startsWith("http://localhost:");
		assertThat(LMS.received().membersCalls()).extracting(Received.MembersCall::url)
			.containsExactly(Roster.url(), next);
	}

	@Test
	void pagesCanGoRoundForEver() {
		LMS.faults().spoil(Faults.OfMembers.PAGES_WITHOUT_END);
		String second = Roster.next(this.roster.get("?limit=1&from=1"));
		assertThat(second).endsWith("?limit=1&from=0");
		assertThat(Roster.next(this.roster.get(second, Roster.CONTAINER))).isEqualTo(second);
	}

	@Test
	void suspendedPeopleCanBeInactive() {
		Person mentor = LMS.enrolMentor("Gil", "Tavares");
		LMS.course().suspend(mentor);
		LMS.faults().spoil(Faults.OfMembers.SUSPENDED_ARE_INACTIVE);
		assertThat(this.roster.member(mentor, "").path("status").asString()).isEqualTo("Inactive");
		assertThat(this.roster.member(Course.MENTOR, "").path("status").asString()).isEqualTo("Active");
	}

	@Test
	void resetEndsFaultsAndSuspensions() {
		LMS.course().suspend(Course.MENTOR);
		LMS.faults().spoil(Faults.OfMembers.PAGES_WITHOUT_END);
		LMS.reset();
		assertThat(this.roster.ids("")).contains(Course.MENTOR.id());
		assertThat(Roster.next(this.roster.get(""))).isNull();
	}

	@Test
	void callsAreSeenWithWhatCameOfThem() {
		this.roster.get(Roster.url() + "?role=Learner", "application/json");
		assertThat(LMS.received().membersCalls()).singleElement().satisfies((call) -> {
			assertThat(call.url()).isEqualTo(Roster.url() + "?role=Learner");
			assertThat(call.headers()).containsEntry("accept", "application/json");
			assertThat(call.status()).isEqualTo(400);
		});
	}

}
