package org.mentorprep.mentor;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.library.Library;
import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Help, and how far the marks can be trusted, for whoever was launched. */
@IntegrationTest
class HelpIntegrationTests extends LaunchFixture {

	@Autowired
	private Library library;

	private String link;

	@BeforeEach
	void launch() {
		this.link = this.browser.launch(this.platform);
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
		assertThat(anotherBrowser().get(this.link + "/help/keys").statusCode()).isEqualTo(401);
	}

	private Document page(String path) {
		return Jsoup.parse(this.browser.get(path).body());
	}

}
