package practicelms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.Person;
import practicelms.course.Score;
import practicelms.service.Faults;

import static org.assertj.core.api.Assertions.assertThat;
import static practicelms.PracticeFixture.CLOCK;
import static practicelms.PracticeFixture.LMS;
import static practicelms.PracticeFixture.TOOL;

/** What people and journeys find on the pages, and tests on the handle. */
class PracticeLmsPageTests {

	@AfterEach
	void reset() {
		LMS.reset();
	}

	@Test
	void offersThreePeopleToBe() {
		assertThat(page(new Visitor(), "/").select("#be-2, #be-3, #be-4")).hasSize(3);
	}

	@Test
	void eachBrowserIsSomebodyElse() {
		Visitor mentor = Visitor.as(Course.MENTOR);
		Visitor.as(Course.PROVIDER);
		assertThat(page(mentor, "/").selectFirst("#me").text()).isEqualTo("You are Amara Okafor, mentor.");
	}

	@Test
	void activityPageOpensTheToolInAFrame() {
		Element frame = page(Visitor.as(Course.MENTOR), "/activities/11").selectFirst("iframe#contentframe");
		assertThat(frame.attr("src")).isEqualTo("/launch.php?id=11&triggerview=0");
		assertThat(frame.attr("allow")).startsWith("microphone " + TOOL.url() + "; camera " + TOOL.url());
		assertThat(frame.hasAttr("sandbox")).isFalse();
	}

	@Test
	void activityPageOpensNothingForNobody() {
		assertThat(page(new Visitor(), "/activities/11").select("iframe")).isEmpty();
	}

	@Test
	void gradebookShowsTheScoreOfAMentor() {
		Person mentor = LMS.enrolMentor("Grace", "Adeyemi");
		LMS.gradebook()
			.take(Gradebook.JUDGEMENTORING_ITEM, new Score(mentor.id(), 72.5, 100, "Done.", CLOCK.instant()));
		Element row = page(new Visitor(), "/gradebook").selectFirst("#grade-" + mentor.id() + "-2");
		assertThat(row.text()).isEqualTo("Grace Adeyemi Judgementoring Open 72.5 of 100 Done: passed Done.");
	}

	@Test
	void gradeBelowTheOneToPassIsMarkedAsFailed() {
		Person mentor = LMS.enrolMentor("Ola", "Brandt");
		LMS.gradebook().take(Gradebook.JUDGEMENTORING_ITEM, new Score(mentor.id(), 69.0, 100, "", CLOCK.instant()));
		assertThat(page(new Visitor(), "/gradebook").selectFirst("#grade-" + mentor.id() + "-2 .completion").text())
			.isEqualTo("Done: failed");
	}

	@Test
	void resetOfTheCourseTakesAllGradesAway() {
		Person mentor = LMS.enrolMentor("Ida", "Moss");
		LMS.gradebook().take(Gradebook.JUDGEMENTORING_ITEM, new Score(mentor.id(), 80.0, 100, "", CLOCK.instant()));
		LMS.gradebook().reset();
		assertThat(page(new Visitor(), "/gradebook").selectFirst("#grade-" + mentor.id() + "-2").text())
			.contains("No grade yet To do");
	}

	@Test
	void gradebookHasNoRowForStaff() {
		assertThat(page(new Visitor(), "/gradebook").select("[id^=grade-3-], [id^=grade-2-]")).isEmpty();
	}

	@Test
	void switchesTurnServicesOffAndOn() {
		Visitor visitor = new Visitor();
		visitor.post("/faults", Map.of("door", "SCORES", "down", "true"));
		assertThat(LMS.faults().isDown(Faults.Door.SCORES)).isTrue();
		assertThat(page(visitor, "/").selectFirst("#SCORES-up")).isNotNull();
		visitor.post("/faults", Map.of("door", "SCORES", "down", "false"));
		assertThat(LMS.faults().isDown(Faults.Door.SCORES)).isFalse();
	}

	@Test
	void returnPageShowsTheMessageOfTheToolAsText() {
		assertThat(page(new Visitor(), "/return.php?lti_errormsg=%3Cb%3Eno").selectFirst("#message").text())
			.isEqualTo("<b>no");
	}

	@Test
	void pagesHaveNoInlineScriptOrStyle() {
		Document page = page(Visitor.as(Course.MENTOR), "/");
		assertThat(page.select("script:not([src]), style, [style], [onload], [onclick]")).isEmpty();
	}

	@Test
	void writesThePlatformsFile(@TempDir Path folder) throws Exception {
		Path file = LMS.writePlatformsFile(folder.resolve("platforms.yaml"));
		assertThat(Files.readString(file)).isEqualTo("""
				platforms:
				  - name: Practice LMS
				    issuer: %1$s
				    client-id: practice-client
				    deployment-ids: [practice-1]
				    authorization-endpoint: %1$s/auth
				    token-endpoint: %1$s/token
				    jwks-uri: %1$s/jwks
				""".formatted(LMS.baseUrl()));
	}

	private static Document page(Visitor visitor, String path) {
		return Jsoup.parse(visitor.get(path).body());
	}

}
