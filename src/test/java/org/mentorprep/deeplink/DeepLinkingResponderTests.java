package org.mentorprep.deeplink;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.StaticMessageSource;

import org.mentorprep.content.Pack;
import org.mentorprep.deeplink.PickerForm.Selection;
import org.mentorprep.lti.message.DeepLinkingResponse;
import org.mentorprep.lti.message.ResourceLinkItem;
import org.mentorprep.platform.ToolUrl;
import org.mentorprep.testing.TestPlatform;
import org.mentorprep.testing.TinyPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;

/** What an LMS gets to make activities from. */
class DeepLinkingResponderTests {

	private static final URI LAUNCH = URI.create("https://tool.example/lti/launch");

	private final Pack pack = TinyPacks.pack("1.0.0", TinyPacks.RULE);

	private final DeepLinkingResponder responder = new DeepLinkingResponder(mock(), mock(), mock(),
			new ToolUrl("https://tool.example"), words(), Clock.systemUTC());

	@Test
	void eachModuleIsOneItem() {
		assertThat(items(new Selection(null, this.pack.modules()), true)).extracting(ResourceLinkItem::title)
			.containsExactly("Listening", "Asking");
	}

	@Test
	void moduleIsFoundByItsId() {
		assertThat(items(new Selection(null, List.of(TinyPacks.asking(TinyPacks.RULE))), true)).singleElement()
			.satisfies((item) -> assertThat(item.custom())
				.isEqualTo(Map.of("module", "asking", "ctx_history", "$Context.id.history")));
	}

	@Test
	void programmeIsOneItemThatNamesNoModule() {
		assertThat(items(new Selection(TinyPacks.PROGRAMME, List.of()), true)).singleElement().satisfies((item) -> {
			assertThat(item.title()).isEqualTo("Tiny");
			assertThat(item.custom()).containsEntry("programme", "tiny").doesNotContainKey("module");
		});
	}

	@Test
	void nothingIsNoItem() {
		assertThat(items(Selection.NOTHING, true)).isEmpty();
	}

	@Test
	@DisplayName("case 124: no column if the LMS wants none")
	void noColumnIfNoneIsWanted() {
		assertThat(items(new Selection(null, this.pack.modules()), false)).extracting(ResourceLinkItem::lineItem)
			.containsOnlyNulls();
	}

	@Test
	@DisplayName("case X11: type, a whole maximum of at most 100, and a door for who reads the gradebook")
	void itemIsAsLmssTakeIt() throws Exception {
		List<ResourceLinkItem> items = items(new Selection(null, List.of(TinyPacks.asking(TinyPacks.RULE))), true);
		String token = new DeepLinkingResponse("client", "https://lms.example", "1", null, items).sign(key(),
				Instant.EPOCH);
		assertThat(SignedJWT.parse(token)
			.getJWTClaimsSet()
			.getListClaim("https://purl.imsglobal.org/spec/lti-dl/claim/content_items"))
			.isEqualTo(List
				.of(Map.of("type", "ltiResourceLink", "title", "Asking", "text", "Why ask", "url", LAUNCH.toString(),
						"custom", Map.of("module", "asking", "ctx_history", "$Context.id.history"), "lineItem",
						Map.of("scoreMaximum", 100L, "label", "Asking", "resourceId", "module:asking", "tag",
								"completion", "submissionReview", Map.of("reviewableStatus",
										List.of("InProgress", "Submitted", "Completed"), "url", LAUNCH.toString())))));
	}

	@ParameterizedTest
	@DisplayName("case X11: no maximum that an LMS would refuse or change")
	@ValueSource(ints = { 0, -1, 101, 200 })
	void refusesMaximumThatLmssDoNotTake(int maximum) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ResourceLinkItem.LineItem(maximum, "Asking", "asking", "completion"));
	}

	@ParameterizedTest
	@DisplayName("case X11: no custom value that would begin another parameter")
	@ValueSource(strings = { "a\nrole=Instructor", "a\rb", "", " ", "a\0b" })
	void refusesCustomValueOfSeveralLines(String value) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ResourceLinkItem("Asking", "", LAUNCH, Map.of("module", value), null));
	}

	private List<ResourceLinkItem> items(Selection selection, boolean lineItems) {
		return this.responder.items(selection, lineItems);
	}

	private static StaticMessageSource words() {
		StaticMessageSource words = new StaticMessageSource();
		words.setUseCodeAsDefaultMessage(true);
		return words;
	}

	private static RSAKey key() {
		return TestPlatform.KEY;
	}

}
