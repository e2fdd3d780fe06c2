package practicelms;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicelms.course.Activity;
import practicelms.course.Course;
import practicelms.course.LineItem;

import static org.assertj.core.api.Assertions.assertThat;
import static practicelms.PracticeFixture.CLOCK;
import static practicelms.PracticeFixture.LMS;
import static practicelms.PracticeFixture.TOOL;

/** Choosing content in a tool, copying the course, and work opened from the gradebook. */
class PracticeLmsChoiceTests {

	private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

	private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";

	private final Visitor teacher = Visitor.as(Course.COURSE_ADMIN);

	private String returnPath;

	@BeforeEach
	void choose() {
		LMS.reset();
		URI url = URI.create((String) settings().get("deep_link_return_url"));
		this.returnPath = url.getPath() + "?" + url.getQuery();
	}

	@Test
	void asksForLinksAndTakesSeveral() {
		assertThat(settings()).containsEntry("accept_types", List.of("ltiResourceLink"))
			.containsEntry("accept_multiple", true)
			.doesNotContainKeys("accept_lineitem", "data");
	}

	@Test
	void deepLinkingNamesNoLink() {
		assertThat(claims()).containsEntry(LTI + "message_type", "LtiDeepLinkingRequest")
			.doesNotContainKey(LTI + "resource_link");
	}

	@Test
	void addsWhatWasChosen() {
		save(List.of(item("First", 100), item("Second", 50)));
		assertThat(titles()).contains("First", "Second");
		assertThat(column("Second")).isEqualTo(new LineItem(column("Second").id(), "Second", 50, "module:a",
				"completion", activity("Second").resourceLinkId()));
	}

	@Test
	void keepsCustomParameters() {
		save(List.of(item("Kept", 100)));
		assertThat(activity("Kept").custom()).containsEntry("module", "a");
	}

	@Test
	void lineBreakInACustomValueBeginsAnother() {
		Map<String, Object> item = item("Broken", 100);
		item.put("custom", Map.of("module", "a\nrole=x"));
		save(List.of(item));
		assertThat(activity("Broken").custom()).containsEntry("module", "a").containsEntry("role", "x");
	}

	@Test
	void refusesNestedCustomValue() {
		Map<String, Object> item = item("Nested", 100);
		item.put("custom", Map.of("module", Map.of("id", "a")));
		assertThat(answer(List.of(item)).statusCode()).isEqualTo(404);
	}

	@Test
	void dropsItemWithoutType() {
		Map<String, Object> item = item("Typeless", 100);
		item.remove("type");
		assertThat(answer(List.of(item)).body()).contains("Nothing was chosen");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 200, 12.5 })
	void oneItemWithAnImpossibleMaximumCannotBeSaved(double maximum) {
		answer(List.of(item("Alone " + maximum, maximum)));
		assertThat(this.teacher.post("/activities", Map.of()).statusCode()).isEqualTo(404);
	}

	@Test
	void severalItemsWithAnImpossibleMaximumGetAHundred() {
		save(List.of(item("Too much", 200), item("Beside it", 100)));
		assertThat(column("Too much").maximum()).isEqualTo(100);
	}

	@Test
	void refusesForeignIssuer() {
		assertThat(answer(claims("somebody", List.of())).statusCode()).isEqualTo(404);
	}

	@Test
	void refusesForeignKey() {
		String token = TOOL.sign(FakeTool.newKey(), TOOL.key().getKeyID(), claims("practice-client", List.of()));
		assertThat(this.teacher.post(this.returnPath, Map.of("JWT", token)).statusCode()).isEqualTo(404);
	}

	@Test
	void refusesTokenOfTheFuture() {
		JWTClaimsSet claims = new JWTClaimsSet.Builder(claims("practice-client", List.of()))
			.issueTime(Date.from(CLOCK.instant().plusSeconds(2)))
			.build();
		assertThat(answer(claims).statusCode()).isEqualTo(404);
	}

	@Test
	void asksTheBrowserToPostAgainIfNoCookieCame() {
		HttpResponse<String> page = new Visitor().post(this.returnPath, Map.of("JWT", "a.b.c"));
		assertThat(Visitor.fields(page)).containsEntry("repost", "true").containsKey("sesskey");
	}

	@Test
	void copyHasNewIdsTheSameParametersAndItsHistory() {
		Activity copy = LMS.course()
			.copy()
			.stream()
			.filter((activity) -> activity.title().equals("Judgementoring"))
			.findFirst()
			.orElseThrow();
		Map<String, Object> claims = this.teacher.launch(copy);
		assertThat(copy.resourceLinkId()).isNotEqualTo(Course.JUDGEMENTORING.resourceLinkId());
		assertThat(((Map<?, ?>) claims.get(LTI + "context")).get("id")).isEqualTo(copy.contextId());
		assertThat(((Map<?, ?>) claims.get(LTI + "custom")).get("module")).isEqualTo("judgementoring");
		assertThat(((Map<?, ?>) claims.get(LTI + "custom")).get("context_history")).isEqualTo(Course.ID);
	}

	@Test
	void gradebookOpensSomebodysWork() {
		Map<String, Object> claims = this.teacher.claims(Visitor.fields(this.teacher.get("/launch.php?id=11&user=4")));
		assertThat(claims).containsEntry(LTI + "message_type", "LtiSubmissionReviewRequest")
			.containsEntry(LTI + "for_user", Map.of("user_id", "4"));
	}

	private Map<String, Object> claims() {
		return this.teacher.claims(Visitor.fields(this.teacher.get("/contentitem.php")));
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> settings() {
		return (Map<String, Object>) claims().get(DL + "deep_linking_settings");
	}

	private static Map<String, Object> item(String title, double maximum) {
		Number whole = (maximum == Math.rint(maximum)) ? (Number) (long) maximum : (Number) maximum;
		return new HashMap<>(Map.of("type", "ltiResourceLink", "title", title, "custom", Map.of("module", "a"),
				"lineItem", Map.of("scoreMaximum", whole, "resourceId", "module:a", "tag", "completion")));
	}

	private static JWTClaimsSet claims(String issuer, List<?> items) {
		return new JWTClaimsSet.Builder().issuer(issuer)
			.issueTime(Date.from(CLOCK.instant()))
			.expirationTime(Date.from(CLOCK.instant().plusSeconds(60)))
			.claim(DL + "content_items", items)
			.build();
	}

	private HttpResponse<String> answer(List<?> items) {
		return answer(claims("practice-client", items));
	}

	private HttpResponse<String> answer(JWTClaimsSet claims) {
		String token = TOOL.sign(TOOL.key(), TOOL.key().getKeyID(), claims);
		return this.teacher.post(this.returnPath, Map.of("JWT", token));
	}

	private void save(List<?> items) {
		assertThat(Jsoup.parse(answer(items).body()).select("#proposed li")).hasSameSizeAs(items);
		assertThat(this.teacher.post("/activities", Map.of()).statusCode()).isEqualTo(200);
	}

	private static List<String> titles() {
		return LMS.course().activities().stream().map(Activity::title).toList();
	}

	private static Activity activity(String title) {
		return LMS.course()
			.activities()
			.stream()
			.filter((activity) -> activity.title().equals(title))
			.findFirst()
			.orElseThrow();
	}

	private static LineItem column(String title) {
		return LMS.gradebook().lineItemsOf(activity(title).resourceLinkId()).get(0);
	}

}
