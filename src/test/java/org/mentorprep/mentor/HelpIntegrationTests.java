package org.mentorprep.mentor;

import java.net.URI;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.content.Library;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;
import org.mentorprep.testing.TestPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/** Help, and how far the marks can be trusted, for whoever was launched. */
@IntegrationTest
class HelpIntegrationTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Library library;

	@Value("${mentorprep.public-url}")
	private URI tool;

	private TestPlatform platform;

	private TestBrowser browser;

	private String link;

	@BeforeEach
	void launch() {
		this.platform = TestPlatform.register(this.jdbc);
		this.browser = new TestBrowser(this.tool);
		this.link = this.browser.launch(this.platform);
	}

	@AfterEach
	void closePlatform() {
		this.platform.close();
	}

	@Test
	void helpLeadsToWhatDraftReviewedAndPilotedMean() {
		String there = page(this.link + "/help").select("main a[href$=/help/keys]").attr("href");
		assertThat(page(there).select("dt").eachText()).containsExactly("Draft", "Reviewed", "Piloted");
	}

	@Test
	void saysHowManyExercisesThereAre() {
		int exercises = this.library.current().exercises().size();
		assertThat(page(this.link + "/help/keys").select(".lead").text()).contains(" " + exercises + " exercises");
	}

	@Test
	void isForThoseWhoWereLaunched() {
		assertThat(new TestBrowser(this.tool).get(this.link + "/help/keys").statusCode()).isEqualTo(401);
	}

	private Document page(String path) {
		return Jsoup.parse(this.browser.get(path).body());
	}

}
