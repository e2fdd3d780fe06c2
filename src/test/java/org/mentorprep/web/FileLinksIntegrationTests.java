package org.mentorprep.web;

import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.platform.ToolUrl;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** Browsers may keep our files for a year: their addresses change with their content. */
@IntegrationTest
class FileLinksIntegrationTests {

	@Autowired
	private ToolUrl toolUrl;

	@Test
	void addressesOfStylesAndScriptsCarryAHashAndAnswer() {
		TestBrowser browser = new TestBrowser(this.toolUrl.base());
		List<String> files = Jsoup.parse(browser.get("/no-such-page").body())
			.select("link[rel=stylesheet][href^=/css], script[src^=/js]")
			.stream()
			.map((file) -> file.attr("href") + file.attr("src"))
			.toList();
		assertThat(files).isNotEmpty()
			.allMatch((file) -> file.matches("/(css|js)/[a-z-]+-[0-9a-f]{32}\\.(css|js)"))
			.allSatisfy((file) -> assertThat(browser.get(file).statusCode()).isEqualTo(200));
	}

}
