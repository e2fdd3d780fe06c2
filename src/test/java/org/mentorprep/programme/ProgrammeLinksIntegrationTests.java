package org.mentorprep.programme;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.passback.SendingProgress;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.SqlCount;
import org.mentorprep.testing.TestBrowser.Login;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/** Links for programmes as they are shipped, from the launch to the grade. */
@IntegrationTest
class ProgrammeLinksIntegrationTests extends LaunchFixture {

	private static final String MENTORS = "mentor-preparation";

	private static final List<String> MANDATORY = List.of("judgementoring", "adult-learning", "questioning");

	private static final List<String> OFFERED = List.of("mentoring-and-coaching", "roles", "school-culture");

	@ParameterizedTest
	@ValueSource(strings = { MENTORS, "mentor-prep", "", "$unknown" })
	void linkThatNamesNoOtherAsksForMentorPreparation(String programme) {
		Document home = page(launch(programme, "course-1", "link-1"));
		assertThat(home.select("h1").text()).isEqualTo("Three modules to go");
		assertThat(home.select("h2").eachText()).contains("Asked of you: 0 of 3 completed", "Also there, if you like");
		assertThat(modules(home)).containsExactlyElementsOf(all(MANDATORY, OFFERED));
	}

	@Test
	void linkForLeadersAsksForTheirModules() {
		String link = launch("leader-route", "course-1", "link-1");
		Document home = page(link);
		assertThat(home.select("h2").eachText()).contains("Asked of you: 0 of 2 completed")
			.doesNotContain("Also there, if you like");
		assertThat(home.select(".lead").text()).startsWith("This is for whoever leads mentoring");
		assertThat(this.browser.get(link + "/modules/questioning").statusCode()).isEqualTo(404);
	}

	@Test
	void moduleThatIsOfferedIsThereAndSaysSo() {
		String link = launch(MENTORS, "course-1", "link-1");
		assertThat(page(link + "/modules/roles").text()).contains("Nobody asks you for this module.");
		assertThat(page(link + "/modules/questioning").text()).doesNotContain("Nobody asks you for this module.");
	}

	@Test
	void gradeIsFullOnceAllThatIsAskedForIsCompleted() {
		String link = launchAfter(MANDATORY);
		assertThat(grade(link)).isEqualTo("100 true All 3 mandatory modules are completed.");
		assertThat(page(link).select("h1").text()).isEqualTo("You have completed every module asked of you");
	}

	@Test
	@ExtendWith(SendingProgress.class)
	void whatIsOfferedNeverTouchesTheGrade() {
		assertThat(deliveries(launchAfter(OFFERED))).isZero();
		String link = launchAfter(MANDATORY.subList(0, 1));
		assertThat(grade(link))
			.isEqualTo("33 false 1 of 3 mandatory modules completed. Still missing: Adult learning, Questioning."
				.replace("Adult learning", title("adult-learning"))
				.replace("Questioning", title("questioning")));
	}

	@Test
	void completingWhatIsOfferedSendsNothing() {
		launchAfter(MANDATORY);
		String link = launchAfter(OFFERED);
		assertThat(revision(link)).isOne();
	}

	@Test
	void completedProgrammeIsKeptForThePersonInEveryCourse() {
		launchAfter(MANDATORY);
		String copy = launch(MENTORS, "course-2", "link-2");
		assertThat(grade(copy)).startsWith("100 true");
		assertThat(this.jdbc
			.sql("SELECT COUNT(*) FROM programme_progress p JOIN learner n ON n.person = p.person"
					+ " WHERE n.platform = ? AND p.programme = ? AND p.points = 100 AND p.completed_at IS NOT NULL")
			.params(this.platform.id().value(), MENTORS)
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void copyOfACourseKeepsTheProgramme() {
		launch("leader-route", "course-1", "link-1");
		assertThat(modules(page(launch("leader-route", "course-2", "link-2")))).containsExactly("leading-mentoring",
				"roles");
	}

	@Test
	void programmeThatStaffChangeIsTheOneOfTheLastLaunch() {
		launch(MENTORS, "course-1", "link-1");
		assertThat(modules(page(launch("leader-route", "course-1", "link-1")))).hasSize(2);
	}

	@Test
	void everyModuleLeadsToTheNextMandatoryOne() {
		String link = launchAfter(List.of("judgementoring", "roles"));
		String next = "Next module: " + title("adult-learning");
		assertThat(page(link + "/modules/judgementoring").select(".btn-primary").text()).isEqualTo(next);
		assertThat(page(link + "/modules/roles").select(".btn-primary").text()).isEqualTo(next);
	}

	@Test
	void homeOfSixModulesCostsNoMoreThanItDid() {
		String link = launchAfter(MANDATORY.subList(0, 1));
		this.browser.get(link);
		assertThat(SqlCount.during(() -> this.browser.get(link))).as("three a module, link, grade, session")
			.hasSizeLessThan(3 * 6 + 2 + 2);
	}

	private String launch(String programme, String course, String link) {
		Login login = this.browser.login(this.platform);
		IdToken token = login.token().of("user-1", link, "Learner");
		token.claims.put(TestPlatform.LTI + "context", Map.of("id", course));
		token.claims.put(TestPlatform.LTI + "custom", Map.of("programme", programme));
		@SuppressWarnings("unchecked")
		Map<String, Object> services = (Map<String, Object>) token.claims
			.get("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint");
		token.claims.put("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
				Map.of("scope", services.get("scope"), "lineitem", this.platform.origin() + "/" + link + "/lineitem"));
		return this.browser.launch(login, token).headers().firstValue("Location").orElseThrow();
	}

	/** A launch of somebody who has completed some modules more. */
	private String launchAfter(List<String> modules) {
		launch(MENTORS, "course-1", "link-1");
		modules.forEach((module) -> this.jdbc.sql("""
				INSERT INTO module_progress (person, module, state, points, completed_at, required, passed,
				help_wanted, tasks, counted_on, changed_at)
				SELECT person, ?, 'COMPLETED', 80, CURRENT_TIMESTAMP, 0, 0, FALSE, '[]',
				(SELECT id FROM pack_version FETCH FIRST 1 ROW ONLY), CURRENT_TIMESTAMP
				FROM learner WHERE platform = ?""").params(module, this.platform.id().value()).update());
		return launch(MENTORS, "course-1", "link-1");
	}

	private Document page(String path) {
		return Jsoup.parse(this.browser.get(path).body());
	}

	private static List<String> modules(Document home) {
		return home.select("ul.rows a").eachAttr("href").stream().map((href) -> href.replaceAll(".*/", "")).toList();
	}

	private String title(String module) {
		return page(launch(MENTORS, "course-1", "link-1")).select("ul.rows a[href$=/" + module + "]").text();
	}

	private String grade(String link) {
		return this.jdbc
			.sql("SELECT points, completed, remark FROM grade_delivery WHERE resource_link = CAST(? AS uuid)")
			.param(link.substring("/links/".length()))
			.query((row, number) -> row.getInt("points") + " " + row.getBoolean("completed") + " "
					+ row.getString("remark"))
			.single();
	}

	private int deliveries(String link) {
		return this.jdbc.sql("SELECT COUNT(*) FROM grade_delivery WHERE resource_link = CAST(? AS uuid)")
			.param(link.substring("/links/".length()))
			.query(Integer.class)
			.single();
	}

	private int revision(String link) {
		return this.jdbc.sql("SELECT revision FROM grade_delivery WHERE resource_link = CAST(? AS uuid)")
			.param(link.substring("/links/".length()))
			.query(Integer.class)
			.single();
	}

	private static List<String> all(List<String> first, List<String> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

}
