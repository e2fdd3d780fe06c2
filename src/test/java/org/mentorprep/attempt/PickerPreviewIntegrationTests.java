package org.mentorprep.attempt;

import java.net.http.HttpResponse;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.FilledForm;
import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.Placing;
import org.mentorprep.testing.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** Course staff see what they place before they place it, and keep their choice. */
@IntegrationTest
class PickerPreviewIntegrationTests extends LaunchFixture {

	private static final String MODULE = "/preview/modules/judgementoring";

	private Placing placing;

	private String picker;

	@BeforeEach
	void open() {
		this.placing = new Placing(this.browser, this.platform);
		this.picker = this.placing.open();
	}

	@Test
	void moduleLeadsToItsPagesAndExercises() {
		Document module = page(MODULE);
		assertThat(module.select("main a[href*=/pages/], main a[href*=/exercises/]")).hasSizeGreaterThan(5)
			.allSatisfy((link) -> assertThat(this.browser.get(link.attr("href")).statusCode()).isEqualTo(200));
	}

	@Test
	void pageIsShownWithItsSources() {
		Document page = Placing.page(this.browser.get(page(MODULE).selectFirst("main a[href*=/pages/]").attr("href")));
		assertThat(page.select("main .article p")).isNotEmpty();
		assertThat(page.select("main details li")).isNotEmpty();
	}

	@Test
	void exerciseIsWorkedOnTheSpot() {
		FilledForm form = FilledForm.of(page("/preview/exercises/m3-j4"), 0);
		Document reply = Placing.page(this.browser.post(form.action(), form.fields()));
		assertThat(reply.select("main form").attr("action")).isEqualTo(this.picker + "/preview/exercises/m3-j4");
		assertThat(FilledForm.of(reply, 0).fields()).containsKey("go-on");
	}

	@Test
	void allModulesCanBeSeenFromOnePage() {
		assertThat(page("/preview").select("main li a").eachAttr("href")).contains(this.picker + MODULE);
	}

	@Test
	void choiceIsThereAgainAfterALook() {
		HttpResponse<String> led = this.placing.choose(this.picker,
				Map.of("what", "modules", "module", "judgementoring", "preview", "judgementoring"));
		assertThat(led.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith(this.picker + MODULE));
		assertThat(page(MODULE).selectFirst(".crumbs a").attr("href")).isEqualTo(this.picker);
		assertThat(page("").select("input[checked]").eachAttr("value")).containsExactly("modules", "judgementoring");
	}

	@Test
	void nothingIsAnsweredByALook() {
		String programme = page("").selectFirst("input[name=what]").val();
		this.placing.choose(this.picker, Map.of("what", programme, "preview", ""));
		assertThat(this.placing.choose(this.picker, Map.of("what", programme)).body()).contains("JWT");
	}

	@Test
	void nobodyElseSeesIt() {
		TestBrowser other = anotherBrowser();
		other.launch(this.platform, "mentor-1", "rl-1", "Learner");
		assertThat(other.get(this.picker + MODULE).statusCode()).isEqualTo(403);
		assertThat(anotherBrowser().get(this.picker + MODULE).statusCode()).isEqualTo(401);
	}

	@Test
	void previewClosesWithThePicker() {
		this.jdbc.sql("UPDATE deep_linking SET expires_at = CURRENT_TIMESTAMP WHERE id = CAST(:id AS uuid)")
			.param("id", this.picker.substring(this.picker.lastIndexOf('/') + 1))
			.update();
		assertThat(this.browser.get(this.picker + MODULE).statusCode()).isEqualTo(403);
	}

	private Document page(String below) {
		return Placing.page(this.browser.get(this.picker + below));
	}

}
