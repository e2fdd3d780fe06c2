package org.mentorprep.attempt;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.launch.PersonId;
import org.mentorprep.progress.Progress;
import org.mentorprep.testing.FilledForm;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.TestBrowser.Login;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody does who is no learner where they do it never counts. */
@IntegrationTest
@Tag("sql")
class PracticeIntegrationTests extends LaunchFixture {

	private static final String SUB = "user-of-two-courses";

	@Autowired
	private Progress progress;

	@ParameterizedTest
	@DisplayName("F7: a try as staff or onlooker counts nowhere, and a new count finds the same")
	@ValueSource(strings = { "Instructor", "Mentor" })
	void tryOfNoLearnerCountsNowhere(String role) {
		launch("Learner", "learning");
		String module = launch(role, "teaching");
		String attempt = work(begin(module));
		assertThat(page(attempt + "/debrief").select("main").text()).contains("This is practice.");
		this.progress.rebuild(person());
		assertThat(rows("module_progress")).isZero();
		assertThat(this.jdbc
			.sql("SELECT COUNT(*) FROM grade_delivery d JOIN learner n ON n.id = d.learner"
					+ " WHERE n.person = :person")
			.param("person", person())
			.query(Integer.class)
			.single()).isZero();
		assertThat(page(launch("Learner", "learning")).select("a[href$=/debrief]")).isEmpty();
	}

	@Test
	@DisplayName("F7: a try as a learner counts and says nothing of practice")
	void tryOfALearnerCounts() {
		String attempt = begin(launch("Learner", "learning"));
		assertThat(page(due(attempt)).select("main").text()).doesNotContain("practice");
		work(attempt);
		assertThat(rows("module_progress")).isEqualTo(1);
	}

	@Test
	@DisplayName("F7: that it is practice is said before the first answer")
	void practiceIsSaidBeforeTheFirstAnswer() {
		assertThat(page(due(begin(launch("Instructor", "teaching")))).select("main").text())
			.contains("This is practice.");
	}

	@Test
	@DisplayName("F7: an open try as staff is not gone on with as a learner, nor the other way round")
	void openPracticeIsNotResumedAsOneThatCounts() {
		String practice = begin(launch("Instructor", "teaching"));
		String module = launch("Learner", "learning");
		assertThat(page(module).select("a.btn-primary[href*=/attempts/]")).isEmpty();
		String counts = begin(module);
		assertThat(id(counts)).isNotEqualTo(id(practice));
		assertThat(carryOn(launch("Instructor", "teaching"))).isEqualTo(id(practice));
		assertThat(carryOn(launch("Learner", "learning"))).isEqualTo(id(counts));
	}

	@Test
	@DisplayName("F7: practice stays practice when it is finished by way of a link where one learns")
	void practiceStaysPracticeByAnotherLink() {
		String practice = begin(launch("Instructor", "teaching"));
		String learning = launch("Learner", "learning");
		String elsewhere = learning.substring(0, learning.indexOf("/modules/")) + "/attempts/" + id(practice);
		assertThat(page(due(elsewhere)).select("main").text()).contains("This is practice.");
		work(elsewhere);
		assertThat(rows("module_progress")).isZero();
	}

	@Test
	@DisplayName("F7: each preview with keys is one line in the ledger, however one goes through it")
	void previewIsOneLineInTheLedger() {
		String module = launch("Instructor", "teaching");
		String preview = module.replace("/modules/judgementoring", "/preview/exercises/m3-j1");
		Document page = page(preview);
		for (int pages = 0; pages < 40 && FilledForm.isOn(page); pages++) {
			FilledForm form = FilledForm.of(page, 0);
			page = Jsoup.parse(this.browser.post(form.action(), form.fields()).body());
		}
		page(preview);
		page(module);
		page(preview.replace("m3-j1", "m3-j4"));
		assertThat(this.jdbc.sql("""
				SELECT subject FROM ledger l JOIN learner n ON CAST(n.id AS VARCHAR(36)) = l.actor_id
				WHERE l.act = 'attempt.previewed' AND n.person = :person ORDER BY entry_number""")
			.param("person", person())
			.query(String.class)
			.list()).containsExactly("m3-j1", "m3-j4");
	}

	private PersonId person() {
		return new PersonId(this.jdbc.sql("SELECT person FROM learner WHERE platform = :platform AND sub = :sub")
			.param("platform", this.platform.id().value())
			.param("sub", SUB)
			.query(UUID.class)
			.single());
	}

	private int rows(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE person = :person")
			.param("person", person())
			.query(Integer.class)
			.single();
	}

	/** The page of the module, of a link in a course. */
	private String launch(String role, String course) {
		Login login = this.browser.login(this.platform);
		HttpResponse<String> launched = this.browser.launch(login,
				login.token().of(SUB, "link-in-" + course, role).in(course));
		return location(this.browser.get(location(launched)));
	}

	private String begin(String module) {
		Element form = page(module).selectFirst("form[action$=/attempts]");
		return location(this.browser.post(form.attr("action"), Map.of("_csrf", form.selectFirst("[name=_csrf]").val())))
			.replaceFirst("/answers/.*", "");
	}

	/** The try that the page of the module offers to go on with. */
	private String carryOn(String module) {
		return id(page(module).selectFirst("a.btn-primary[href*=/attempts/]").attr("href"));
	}

	private String work(String attempt) {
		for (int step = 0; step < 40; step++) {
			String due = due(attempt);
			if (due.endsWith("/debrief")) {
				return attempt;
			}
			FilledForm form = FilledForm.of(page(due), 0);
			this.browser.post(form.action(), form.fields());
		}
		throw new AssertionError("No end");
	}

	private String due(String attempt) {
		return location(this.browser.get(attempt));
	}

	private Document page(String path) {
		return Jsoup.parse(this.browser.get(path).body());
	}

	private static String id(String attempt) {
		return List.of(attempt.split("/")).get(4);
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

}
