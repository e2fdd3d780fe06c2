package org.mentorprep.lti.service;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;

import org.mentorprep.lti.message.WireAddress;
import org.mentorprep.lti.service.LineItemClient.LineItem;
import org.mentorprep.lti.service.LineItemClient.NewLineItem;
import org.mentorprep.lti.service.ResultClient.Result;
import org.mentorprep.lti.service.ServiceFailed.Reason;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Reading results and line items, and creating one. */
class GradebookClientTests {

	private static final FaultyLms LMS = new FaultyLms();

	private static final String ITEMS = "/mod/lti/services.php/2/lineitems";

	private static final String RESULTS = ITEMS + "/2/lineitem/results";

	private static final NewLineItem WISH = new NewLineItem("Judging", 100, "link-1", "module:judging", "completion");

	@BeforeEach
	void heal() {
		LMS.healthy();
		LMS.tokens(aResponse().withBody("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
	}

	@AfterAll
	static void stop() {
		LMS.stop();
	}

	@Test
	@DisplayName("case 153: results of one user keep the query of the line item")
	void asksForUserBesideQueryOfLineItem() {
		answer(RESULTS, json("[]"));
		results("a&b c");
		LMS.server().verify(getRequestedFor(urlEqualTo(RESULTS + "?type_id=1&user_id=a%26b%20c")));
	}

	@Test
	@DisplayName("case 138, X5: results and line items are asked for by exactly one media type")
	void acceptsExactlyOneType() {
		answer(RESULTS, json("[]"));
		answer(ITEMS, json("[]"));
		results(null);
		items();
		LMS.server()
			.verify(getRequestedFor(urlPathEqualTo(RESULTS)).withHeader("Accept",
					equalTo("application/vnd.ims.lis.v2.resultcontainer+json")));
		LMS.server()
			.verify(getRequestedFor(urlPathEqualTo(ITEMS)).withHeader("Accept",
					equalTo("application/vnd.ims.lis.v2.lineitemcontainer+json")));
	}

	@Test
	@DisplayName("case X6: no limit is sent")
	void asksForNoLimit() {
		answer(ITEMS, json("[]"));
		items();
		LMS.server().verify(getRequestedFor(urlEqualTo(ITEMS + "?type_id=1")));
	}

	@Test
	@DisplayName("case 154: unknown members of results are ignored")
	void readsResultWithUnknownMembers() {
		answer(RESULTS, json("[{\"id\":\"r\",\"userId\":\"42\",\"resultScore\":0.83,\"resultMaximum\":1,"
				+ "\"comment\":\"c\",\"timestamp\":\"2026-11-24T08:00:00+01:00\",\"new\":{\"a\":[1]}}]"));
		assertThat(results(null)).containsExactly(new Result("42", 0.83, Instant.parse("2026-11-24T07:00:00Z")));
	}

	@Test
	void readsCellWithoutGrade() {
		answer(RESULTS, json("[{\"id\":\"r\",\"userId\":\"42\"}]"));
		assertThat(results("42").get(0).pointsOf(100)).isNull();
	}

	@Test
	void readsPointsOnAnyScale() {
		answer(RESULTS, json("[{\"userId\":42,\"resultScore\":8.3,\"resultMaximum\":10}]"));
		assertThat(results("42").get(0).pointsOf(100)).isEqualTo(83);
	}

	@Test
	@DisplayName("case 152: all pages of line items are read, by Moodle's malformed links too")
	void readsAllPages() {
		answer(ITEMS, json("[" + item("a") + "]").withHeader("Link", "<" + LMS.server().baseUrl()
				+ "/next?type_id=1&amp;from=1>; rel=\u00e2\u0080\u009cnext\u00e2\u0080\u009d"));
		answer("/next", json("[" + item("b") + "]").withHeader("Link",
				"<" + LMS.server().baseUrl() + "/first>; rel=\"first\""));
		assertThat(items()).extracting((item) -> item.id().getPath()).containsExactly("/a", "/b");
		LMS.server().verify(getRequestedFor(urlEqualTo("/next?type_id=1&from=1")));
	}

	@ParameterizedTest
	@DisplayName("F6: the next page is found as RFC 8288 and RFC 3986 say")
	@ValueSource(strings = { "<%s/next>; rel=\"next\"", "<%s/next>;rel=next", "<%s/next>; rel=\"Next\"",
			"<%s/next>; REL=\"prev NEXT\"", "</next>; rel=\"next\"", "<../next>; rel=\"next\"",
			"<%s/first>; rel=\"first\", </next>; rel=\"next\"", "<%s/next>; title=\"a, <b>; rel=x\"; rel=\"next\"",
			"<%s/other>; rel=\"next\"; anchor=\"#part\", </next>; rel=next",
			"<%s/other>; rel=\"last\"; rel=\"next\", </next>; rel=next" })
	void readsNextPageAsSpecified(String link) {
		answer("/mod/lti/items",
				json("[" + item("a") + "]").withHeader("Link", link.replace("%s", LMS.server().baseUrl())));
		answer("/next", json("[" + item("b") + "]"));
		answer("/mod/next", json("[" + item("b") + "]"));
		List<LineItem> items = LMS.lineItems()
			.all(LMS.registration(), URI.create(LMS.server().baseUrl() + "/mod/lti/items"), LineItemClient.READ_SCOPE);
		assertThat(items).extracting((item) -> item.id().getPath()).containsExactly("/a", "/b");
	}

	@Test
	@DisplayName("F6: a next page that is only another query is beside this one")
	void readsNextPageThatIsOnlyAQuery() {
		answer(ITEMS, json("[" + item("b") + "]"));
		LMS.server()
			.stubFor(get(urlEqualTo(ITEMS + "?type_id=1"))
				.willReturn(json("[" + item("a") + "]").withHeader("Link", "<?page=2>; rel=next")));
		assertThat(items()).extracting((item) -> item.id().getPath()).containsExactly("/a", "/b");
	}

	@ParameterizedTest
	@DisplayName("F6: a list whose next page can't be called is not taken for whole")
	@ValueSource(
			strings = { "https://lms.example/{next}", "https://lms.example/a|b", "ftp://lms.example/", "http://[" })
	void refusesListWithUnusableNextPage(String next) {
		answer(ITEMS, json("[" + item("a") + "]").withHeader("Link", "<" + next + ">; rel=\"next\""));
		assertRefused(Reason.UNUSABLE_ADDRESS);
	}

	@Test
	@DisplayName("F6: a header made to wear the reader out is read to its end")
	void readsHeaderOfManyParts() {
		String base = "https://lms.example/";
		for (String tiring : List.of("\\a", ";a", ";a=\"", "<", ",", ";rel=\"x\"", "\"", " ;")) {
			String many = tiring.repeat(20_000);
			assertThat(NextLink.of(List.of("<a>; title=\"" + many, many, "<b>; rel=next"), URI.create(base)))
				.hasToString(base + "b");
		}
	}

	@Test
	@DisplayName("F6: relative ids of line items are below their list, and one that can't be used is still one")
	void readsIdsOfLineItems() {
		answer(ITEMS,
				json("""
						[{"id": "77/lineitem?x=1", "tag": "completion"}, {"id": "/abs"}, {"id": ""}, {"id": "{}"}, {"id": "a|b"},
						 {"resourceLinkId": "link-1"}, {"id": {"a": 1}}, null, 7]"""));
		URI container = URI.create(LMS.server().baseUrl() + ITEMS + "?type_id=1");
		assertThat(items()).extracting(LineItem::id)
			.containsExactly(container.resolve("77/lineitem?x=1"), container.resolve("/abs"), WireAddress.UNUSABLE,
					WireAddress.UNUSABLE, WireAddress.UNUSABLE, WireAddress.UNUSABLE, WireAddress.UNUSABLE);
	}

	@Test
	void readsArrayThatIsAMemberOfAnObject() {
		answer(ITEMS,
				json("{\"id\":\"c\",\"members\":[{\"user_id\":\"1\"},{\"user_id\":\"2\"}]}").withHeader("Link",
						"<" + LMS.server().baseUrl() + "/next>; rel=\"differences\", <" + LMS.server().baseUrl()
								+ "/next>; rel=\"next\""));
		answer("/next", json("{\"members\":[{\"user_id\":\"3\"}]}"));
		assertThat(members()).containsExactly("1", "2", "3");
	}

	@Test
	void refusesObjectWithoutTheArray() {
		answer(ITEMS, json("{\"lineItems\":[]}"));
		assertThatExceptionOfType(ServiceFailed.class).isThrownBy(GradebookClientTests::members)
			.extracting(ServiceFailed::reason)
			.isEqualTo(Reason.TRY_LATER);
	}

	@Test
	void pageKeepsTheContainer() {
		answer(ITEMS, json("{\"context\":{\"title\":\"Course\"},\"members\":[]}"));
		ServiceClient.Page page = LMS.serviceClient()
			.page(LMS.registration(), Set.of("scope"), container(), MediaType.APPLICATION_JSON, "members", 1000);
		assertThat(page.container().at("/context/title").asString()).isEqualTo("Course");
		assertThat(page.next()).isNull();
	}

	@Test
	@DisplayName("case 152: pages that go round in a circle are read once")
	void stopsWhenPagesGoRoundInCircle() {
		answer(ITEMS, json("[" + item("a") + "]").withHeader("Link",
				"<" + LMS.server().baseUrl() + ITEMS + "?type_id=1>; rel=\"next\""));
		assertThat(items()).hasSize(1);
	}

	@Test
	@DisplayName("case 152: pages without end are read up to a cap")
	void stopsAtCapOfPages() {
		LMS.server()
			.stubFor(
					get(urlPathEqualTo(ITEMS))
						.willReturn(json("[" + item("a") + "]")
							.withHeader("Link",
									"<" + LMS.server().baseUrl() + ITEMS
											+ "?from={{randomValue length=12}}>; rel=\"next\"")
							.withTransformers("response-template")));
		assertThat(items()).hasSize(50);
	}

	@Test
	void readsNoMoreOfAllPagesTogetherThanMemoryBears() {
		String page = "[" + item("a") + " ".repeat(5 * 1024 * 1024) + "]";
		answer(ITEMS, json(page).withHeader("Link", "<" + LMS.server().baseUrl() + "/next>; rel=\"next\""));
		answer("/next", json(page));
		assertNotRead();
	}

	@Test
	void readsNoMoreEntriesThanAnyCourseHas() {
		answer(ITEMS, json("[" + "{},".repeat(20_000) + "{}]"));
		assertNotRead();
	}

	@Test
	@DisplayName("case 155: a next page on another host gets no token")
	void takesNoTokenToNextPageElsewhere() {
		answer(ITEMS, json("[]").withHeader("Link", "<https://evil.example/more>; rel=\"next\""));
		assertRefused(Reason.FOREIGN_ADDRESS);
	}

	@Test
	@DisplayName("case 146: a column that is gone is told from one that can't be read")
	void tellsMissingColumn() {
		answer(RESULTS, aResponse().withStatus(404));
		assertThatExceptionOfType(ServiceFailed.class).isThrownBy(() -> results("42"))
			.extracting(ServiceFailed::reason)
			.isEqualTo(Reason.NOT_FOUND);
	}

	@Test
	@DisplayName("case 135: a token that is not taken is replaced once for results too")
	void replacesTokenOnce() {
		answer(RESULTS, aResponse().withStatus(401));
		assertThatExceptionOfType(ServiceFailed.class).isThrownBy(() -> results("42"));
		LMS.server().verify(2, getRequestedFor(urlPathEqualTo(RESULTS)));
	}

	@Test
	void refusesPageThatIsNoList() {
		answer(ITEMS, json("<html>"));
		assertNotRead();
	}

	@Test
	@DisplayName("case X9, X10: a column is made with its link, resourceId and tag, and neither changed nor deleted")
	void makesColumnAndLeavesOthersAlone() {
		LMS.server()
			.stubFor(post(urlPathEqualTo(ITEMS)).willReturn(aResponse().withStatus(201).withBody(item("made"))));
		LineItem made = LMS.lineItems().create(LMS.registration(), container(), WISH);
		assertThat(made.id().getPath()).isEqualTo("/made");
		LMS.server()
			.verify(postRequestedFor(urlEqualTo(ITEMS + "?type_id=1"))
				.withHeader("Content-Type", equalTo("application/vnd.ims.lis.v2.lineitem+json"))
				.withRequestBody(equalToJson("""
						{"label": "Judging", "scoreMaximum": 100, "resourceLinkId": "link-1",
						 "resourceId": "module:judging", "tag": "completion"}""")));
		LMS.server().verify(0, putRequestedFor(anyUrl()));
		LMS.server().verify(0, deleteRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("case 155: nothing is sent to another port of the LMS's host")
	void sendsNothingToAnotherPort() {
		URI elsewhere = URI.create("http://localhost:1/lineitems");
		assertThatExceptionOfType(ServiceFailed.class)
			.isThrownBy(() -> LMS.lineItems().all(LMS.registration(), elsewhere, LineItemClient.SCOPE))
			.extracting(ServiceFailed::reason)
			.isEqualTo(Reason.FOREIGN_ADDRESS);
		LMS.server().verify(0, anyRequestedFor(anyUrl()));
	}

	private void assertNotRead() {
		assertThatExceptionOfType(ServiceFailed.class).isThrownBy(this::items)
			.extracting(ServiceFailed::reason)
			.isEqualTo(Reason.TRY_LATER);
	}

	private void assertRefused(Reason reason) {
		assertThatExceptionOfType(ServiceFailed.class).isThrownBy(this::items)
			.extracting(ServiceFailed::reason)
			.isEqualTo(reason);
	}

	private List<Result> results(String user) {
		return LMS.results().read(LMS.registration(), LMS.lineItem(), user);
	}

	private List<LineItem> items() {
		return LMS.lineItems().all(LMS.registration(), container(), LineItemClient.READ_SCOPE);
	}

	/** As memberships come (NRPS 2.0, section 2.2). */
	private static List<String> members() {
		return new ServicePages(LMS.serviceClient(), MediaType.APPLICATION_JSON, "members").read(LMS.registration(),
				Set.of("scope"), container(), (entry) -> Optional.of(entry.path("user_id").asString()));
	}

	private static URI container() {
		return URI.create(LMS.server().baseUrl() + ITEMS + "?type_id=1");
	}

	private static void answer(String path, ResponseDefinitionBuilder answer) {
		LMS.server().stubFor(get(urlPathEqualTo(path)).willReturn(answer));
	}

	private static ResponseDefinitionBuilder json(String body) {
		return aResponse().withHeader("Content-Type", "application/json").withBody(body);
	}

	private static String item(String id) {
		return "{\"id\":\"" + LMS.server().baseUrl() + "/" + id
				+ "\",\"label\":\"L\",\"scoreMaximum\":100,\"tag\":\"\",\"resourceLinkId\":\"link-1\"}";
	}

}
