package org.mentorprep.course;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.audit.Ledger;
import org.mentorprep.audit.LedgerEntry;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.FormBrowser;
import org.mentorprep.passback.SendingProgress;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Operator;
import org.mentorprep.testing.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** Where grades are, as course staff and the operator see it. */
@IntegrationTest
@ExtendWith(SendingProgress.class)
@Tag("sql")
class GradesIntegrationTests extends LaunchFixture {

	private static final OffsetDateTime MUCH_LATER = OffsetDateTime.of(2099, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	@Autowired
	private Ledger ledger;

	private final UUID delivery = UUID.randomUUID();

	private String grades;

	/** A grade of a mentor that was refused, and course staff in the same course. */
	@BeforeEach
	void refuseGrade() {
		anotherBrowser().launch(this.platform, "user-1", "link-1", "Learner");
		UUID link = id("SELECT id FROM resource_link WHERE platform = ?");
		this.jdbc.sql("""
				INSERT INTO grade_delivery (id, learner, resource_link, platform, line_item, user_id, points, completed,
				remark, revision, state, state_since, due_at, tries, reason, created_at)
				VALUES (?, ?, ?, ?, 'https://lms.example/1', 'user-1', 83, TRUE, 'r', 1, 'REFUSED', ?, ?, 1,
				'NOT_ACCEPTED', ?)""")
			.params(this.delivery, id("SELECT id FROM learner WHERE platform = ?"), link, this.platform.id().value(),
					MUCH_LATER, MUCH_LATER, MUCH_LATER)
			.update();
		this.grades = "/course/" + link + "/grades";
		this.browser.launch(this.platform, "staff-1", "link-1", "Instructor");
	}

	@Test
	void staffSeeWhyGradeHasNotArrivedAndWhatToDo() {
		Document page = page(this.browser);
		assertThat(page.select("main h1").text()).isEqualTo("Grades sent from this course");
		assertThat(page.select("tbody tr").text()).contains("Robin Okafor", "83 of 100", "Refused",
				"The gradebook takes no grade of this person.", "Enrol them as a learner");
	}

	@Test
	void staffSendGradeAgainAndLedgerKeepsIt() {
		HttpResponse<String> answer = resend(this.browser, this.delivery, token());
		assertThat(answer.headers().firstValue("Location")).contains(this.grades + "?sent");
		assertThat(revision()).as("it may have been sent meanwhile").isEqualTo(2);
		assertThat(this.ledger.newest(20)).filteredOn((entry) -> entry.subject().equals(this.delivery.toString()))
			.extracting(LedgerEntry::act)
			.containsExactly("passback.grade-resent");
	}

	@Test
	@DisplayName("F3: a grade that the gradebook is said to have can be sent again, too")
	void gradeThatArrivedCanBeSentAgain() {
		String token = token();
		this.jdbc.sql("UPDATE grade_delivery SET state = 'ARRIVED', check_result = 'AS_SENT' WHERE id = ?")
			.param(this.delivery)
			.update();
		assertThat(resend(this.browser, this.delivery, token).headers().firstValue("Location"))
			.contains(this.grades + "?sent");
		assertThat(revision()).isEqualTo(2);
		assertThat(this.ledger.newest(20)).extracting(LedgerEntry::subject).contains(this.delivery.toString());
	}

	@Test
	void staffSendNothingAgainOfOtherCourses() {
		assertThat(resend(this.browser, UUID.randomUUID(), token()).statusCode()).isEqualTo(404);
	}

	@Test
	void nothingIsSentAgainWithoutToken() {
		assertThat(this.browser.post(this.grades + "/" + this.delivery, Map.of()).statusCode()).isEqualTo(403);
		assertThat(revision()).isEqualTo(1);
	}

	@Test
	void mentorsDoNotSeeIt() {
		TestBrowser mentor = anotherBrowser();
		mentor.launch(this.platform, "user-1", "link-1", "Learner");
		assertThat(mentor.get(this.grades).statusCode()).isEqualTo(403);
		assertThat(resend(mentor, this.delivery, "x").statusCode()).isEqualTo(403);
	}

	@Test
	void nobodySeesItWithoutLaunch() {
		assertThat(anotherBrowser().get(this.grades).statusCode()).isEqualTo(401);
	}

	@Test
	void staffComeThereFromEveryPage() {
		String help = this.grades.replace("/course/", "/links/").replace("/grades", "/help");
		assertThat(Jsoup.parse(this.browser.get(help).body()).select("header nav a").eachAttr("href"))
			.contains(this.grades);
	}

	@Test
	@DisplayName("F5: staff and operators read what the LMS itself said of a grade that it refused")
	void staffAndOperatorsReadWhatTheLmsSaid() {
		this.jdbc.sql("UPDATE grade_delivery SET said = 'It is <over>.' WHERE state = 'REFUSED'").update();
		assertThat(page(this.browser).text()).contains("The platform says: \u2018It is <over>.\u2019");
		FormBrowser.Page page = Operator.signedIn(this.toolUrl.base()).open(this.toolUrl.at("/operator/deliveries"));
		assertThat(page.document().text()).contains("The platform says: \u2018It is <over>.\u2019");
	}

	@Test
	@DisplayName("F1: the operator reads how many line items are left alone, and that others are served")
	void operatorSeesFailingLineItems() {
		this.jdbc.sql("""
				INSERT INTO failing_line_item (platform, line_item, failures, grade, since, next_try)
				VALUES (?, 'https://lms.example/7', 3, ?, ?, ?)""")
			.params(this.platform.id().value(), UUID.randomUUID(), MUCH_LATER, MUCH_LATER)
			.update();
		FormBrowser.Page page = Operator.signedIn(this.toolUrl.base()).open(this.toolUrl.at("/operator/deliveries"));
		this.jdbc.sql("DELETE FROM failing_line_item WHERE platform = ?").param(this.platform.id().value()).update();
		assertThat(page.document().select("tbody").text()).contains("Taking grades", "One column of a gradebook");
	}

	@Test
	void operatorSeesHowDeliveriesAreGoing() {
		this.jdbc.sql("""
				INSERT INTO circuit_breaker (platform, failures, reason, wide, open_since, open_until)
				VALUES (?, 3, 'UNREACHABLE', TRUE, ?, ?)""")
			.params(this.platform.id().value(), MUCH_LATER, MUCH_LATER)
			.update();
		FormBrowser.Page page = Operator.signedIn(this.toolUrl.base()).open(this.toolUrl.at("/operator/deliveries"));
		this.jdbc.sql("DELETE FROM circuit_breaker WHERE platform = ?").param(this.platform.id().value()).update();
		assertThat(page.document().select("tbody").text()).contains("Left alone", "The platform is not answering.");
		assertThat(page.document().text()).doesNotContain("Okafor");
	}

	@Test
	void longListsHaveAPageAfterAndOneBefore() {
		arrive(60);
		Document first = page(this.browser);
		assertThat(first.select("tbody tr")).hasSize(50);
		assertThat(first.select("tbody tr").first().text()).as("what wants attention").contains("Refused");
		assertThat(first.select(".lead").text()).isEqualTo("In your gradebook: 60. On their way: 0. Refused: 1.");
		assertThat(first.select("nav a[rel=prev]")).isEmpty();
		String next = first.select("nav a[rel=next]").attr("href");
		Document second = Jsoup.parse(this.browser.get(next).body());
		assertThat(second.select("tbody tr")).hasSize(11);
		assertThat(second.select("nav a[rel=next]")).isEmpty();
		String previous = second.select("nav a[rel=prev]").attr("href");
		assertThat(Jsoup.parse(this.browser.get(previous).body()).select("tbody tr")).hasSize(50);
	}

	@Test
	void numbersOfPagesThatAreNoneShowSomethingAllTheSame() {
		for (String page : List.of("0", "-1", "2147483647")) {
			assertThat(this.browser.get(this.grades + "?page=" + page + "&help=" + page).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void staffSeeWhoWantsHelpInWhatTheCourseRequires() {
		wantHelp("no-module-of-this-course");
		assertThat(page(this.browser).select("section.message")).isEmpty();
		wantHelp("judgementoring");
		assertThat(page(this.browser).select("section.message a").text()).isEqualTo("Robin Okafor");
	}

	private void arrive(int grades) {
		for (int number = 0; number < grades; number++) {
			this.jdbc.sql("""
					INSERT INTO grade_delivery (id, learner, resource_link, platform, line_item, user_id, points,
					completed, remark, revision, state, state_since, due_at, tries, created_at)
					SELECT CAST(? AS uuid), learner, resource_link, platform, ?, user_id, points, completed, remark,
					revision, 'ARRIVED', state_since, due_at, 0, created_at FROM grade_delivery WHERE id = ?""")
				.params(UUID.randomUUID().toString(), "https://lms.example/more/" + number, this.delivery)
				.update();
		}
	}

	private void wantHelp(String module) {
		this.jdbc.sql("""
				INSERT INTO module_progress (person, module, state, points, required, passed, help_wanted, tasks,
				counted_on, changed_at)
				SELECT person, ?, 'IN_PROGRESS', 10, 1, 0, TRUE, '[]',
				(SELECT id FROM pack_version FETCH FIRST 1 ROW ONLY), CURRENT_TIMESTAMP
				FROM learner WHERE platform = ? AND sub = 'user-1'""")
			.params(module, this.platform.id().value())
			.update();
	}

	private Document page(TestBrowser visitor) {
		return Jsoup.parse(visitor.get(this.grades).body());
	}

	private String token() {
		return page(this.browser).select("td form input[name=_csrf]").val();
	}

	private HttpResponse<String> resend(TestBrowser visitor, UUID id, String token) {
		return visitor.post(this.grades + "/" + id, Map.of("_csrf", token));
	}

	private int revision() {
		return this.jdbc.sql("SELECT revision FROM grade_delivery WHERE id = ?")
			.param(this.delivery)
			.query(Integer.class)
			.single();
	}

	private UUID id(String sql) {
		return this.jdbc.sql(sql).param(this.platform.id().value()).query(UUID.class).single();
	}

}
