package org.mentorprep.attempt;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.testing.LaunchFixture;
import org.mentorprep.testing.FilledForm;
import org.mentorprep.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two tabs, double clicks and Back end in the same state, whatever the kind of exercise.
 */
@IntegrationTest
@Tag("sql")
class TwoTabsIntegrationTests extends LaunchFixture {

	private static final String CONVERSATION = "first-five-minutes";

	private static final String ORDER = "concern-in-week-nine";

	private String link;

	@BeforeEach
	void launch() {
		this.link = this.browser.launch(this.platform);
	}

	@ParameterizedTest
	@ValueSource(strings = { CONVERSATION, ORDER })
	void secondTabSeesWhatTheFirstHasAnswered(String task) {
		Document step = decision(begin(task));
		FilledForm one = FilledForm.of(step, 0);
		FilledForm other = FilledForm.of(step, 1);
		reversed(other.fields());
		HttpResponse<String> first = this.browser.post(one.action(), one.fields());
		HttpResponse<String> second = this.browser.post(other.action(), other.fields());
		assertThat(location(second)).isEqualTo(location(first));
		assertThat(given(one.action())).isEqualTo(1);
		assertThat(mainOf(location(second))).isEqualTo(mainOf(location(first)));
	}

	@ParameterizedTest
	@ValueSource(strings = { CONVERSATION, ORDER })
	void doubleClickAndBackLeadToTheSameReply(String task) {
		FilledForm form = FilledForm.of(decision(begin(task)), 0);
		String reply = location(this.browser.post(form.action(), form.fields()));
		assertThat(location(this.browser.post(form.action(), form.fields()))).isEqualTo(reply);
		assertThat(mainOf(form.action())).isEqualTo(mainOf(reply));
	}

	@ParameterizedTest(
			name = "F16: the same answer of {0} four times at once leads to one reply, and begins one attempt")
	@ValueSource(strings = { CONVERSATION, ORDER })
	void sameFormsAtOnceLeadToTheSameReply(String task) {
		Document module = Jsoup.parse(this.browser.get(this.link + "/modules/judgementoring").body());
		String begin = this.link + "/modules/judgementoring/tasks/" + task + "/attempts";
		Set<String> attempts = atOnce(begin, Map.of("_csrf", module.selectFirst("input[name=_csrf]").val()));
		assertThat(attempts).hasSize(1);
		FilledForm form = FilledForm.of(decision(attempts.iterator().next()), 0);
		assertThat(atOnce(form.action(), form.fields())).hasSize(1);
		assertThat(given(form.action())).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { CONVERSATION, ORDER })
	void secondTabThatBeginsFindsTheSameAttempt(String task) {
		assertThat(begin(task)).isEqualTo(begin(task));
	}

	@ParameterizedTest
	@ValueSource(strings = ORDER)
	void movingAStepAfterTheOtherTabHandedInShowsWhatWasHandedIn(String task) {
		Document step = decision(begin(task));
		FilledForm form = FilledForm.of(step, 0);
		String reply = location(this.browser.post(form.action(), form.fields()));
		Map<String, String> move = new HashMap<>(form.fields());
		move.put("change", step.selectFirst("button[name=change]:not([disabled])").val());
		assertThat(location(this.browser.post(form.action(), move))).isEqualTo(reply);
		assertThat(given(form.action())).isEqualTo(1);
	}

	/** Where four equal forms lead that are sent at once. */
	private Set<String> atOnce(String action, Map<String, String> fields) {
		List<CompletableFuture<HttpResponse<String>>> clicks = Stream.generate(this.browser::tab)
			.limit(4)
			.map((tab) -> CompletableFuture.supplyAsync(() -> tab.post(action, fields)))
			.toList();
		return clicks.stream()
			.map(CompletableFuture::join)
			.map((answer) -> location(answer))
			.collect(Collectors.toSet());
	}

	private String begin(String task) {
		Document module = Jsoup.parse(this.browser.get(this.link + "/modules/judgementoring").body());
		String begin = this.link + "/modules/judgementoring/tasks/" + task + "/attempts";
		return location(this.browser.post(begin, Map.of("_csrf", module.selectFirst("input[name=_csrf]").val())));
	}

	/** The first step at which there is something to decide, past own words. */
	private Document decision(String attempt) {
		Document step = page(location(this.browser.get(attempt)));
		while (step.selectFirst("form.task textarea") != null) {
			FilledForm form = FilledForm.of(step, 0);
			step = page(location(this.browser.post(form.action(), form.fields())));
		}
		return step;
	}

	/** Another order than that of the first tab. */
	private static void reversed(Map<String, String> fields) {
		fields.computeIfPresent("order", (name, order) -> new StringBuilder(order).reverse().toString());
	}

	private int given(String action) {
		String[] parts = action.split("/");
		return this.jdbc.sql("SELECT COUNT(*) FROM answer WHERE attempt = ? AND step = ?")
			.params(UUID.fromString(parts[4]), Integer.parseInt(parts[6]))
			.query(Integer.class)
			.single();
	}

	private Document page(String path) {
		return Jsoup.parse(this.browser.get(path).body());
	}

	private String mainOf(String path) {
		return page(path).select("main").text();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
	}

}
