package org.mentorprep.lti.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.lti.message.Claims.ClaimNames;

import static org.assertj.core.api.Assertions.assertThat;

/** The numbers are those of the project's list of conformance cases. */
class ClaimsTests {

	@Test
	@DisplayName("case 105, X12: null, empty and unsubstituted custom values are absent")
	void customValueWithoutValueIsAbsent() {
		Map<String, Object> custom = new HashMap<>();
		custom.put("null", null);
		custom.put("empty", "");
		custom.put("variable", "$ResourceLink.id.history");
		custom.put("list", List.of("a"));
		custom.put("module", "judgementoring");
		assertThat(new Claims(Map.of(ClaimNames.CUSTOM, custom)).custom())
			.containsExactly(Map.entry("module", "judgementoring"));
	}

	@Test
	void customThatIsNoObjectIsAbsent() {
		assertThat(new Claims(Map.of(ClaimNames.CUSTOM, "module")).custom()).isEmpty();
	}

	@Test
	void textLosesControlCharacters() {
		assertThat(new Claims(Map.of("title", " a\0b\r\nc ")).text("title")).isEqualTo("a b c");
	}

	@Test
	void blankTextIsAbsent() {
		assertThat(new Claims(Map.of("title", " \n ")).text("title")).isNull();
	}

	@Test
	void longTextIsCutBetweenCharacters() {
		String text = "x".repeat(254) + "\ud83d\ude00";
		assertThat(new Claims(Map.of("title", text)).text("title")).isEqualTo("x".repeat(254));
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "/relative", "https:", "ftp://x.example/", "https://x.example/a b",
			"mailto:a@x.example" })
	void whatIsNoWebAddressIsAbsent(String url) {
		assertThat(new Claims(Map.of("lineitem", url)).url("lineitem")).isNull();
	}

	@Test
	void lineItemKeepsItsQuery() {
		assertThat(new Claims(Map.of("lineitem", "https://x.example/1/lineitem?type_id=1")).url("lineitem"))
			.hasToString("https://x.example/1/lineitem?type_id=1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a\nb" })
	void whatIsNoIdIsRefused(String id) {
		assertThat(new Claims(Map.of("id", id)).hasId("id")).isFalse();
	}

	@ParameterizedTest
	@DisplayName("F6: an address that is named and can't be used is told apart from none")
	@ValueSource(strings = { "|", "{}", "/lineitem", "lineitem?x=1", "https:lineitem", "ftp://x.example/1",
			"https://x.example/a|b", "https://x.example/{id}", "javascript:alert(1)", "https://" })
	void tellsUnusableAddressFromNone(String url) {
		assertThat(new Claims(Map.of("lineitem", url)).namedUrl("lineitem")).isEqualTo(WireAddress.UNUSABLE);
	}

	@ParameterizedTest
	@DisplayName("F6: a blank address is none")
	@ValueSource(strings = { "", " ", "\t" })
	void takesBlankAddressForNone(String url) {
		assertThat(new Claims(Map.of("lineitem", url)).namedUrl("lineitem")).isNull();
		assertThat(new Claims(Map.of()).namedUrl("lineitem")).isNull();
	}

	@Test
	@DisplayName("F6: brackets in a query are kept to the letter, and the scheme is read in any case")
	void keepsUsableAddressToTheLetter() {
		assertThat(WireAddress.named("HTTPS://x.example/1/lineitem?ids[]=7"))
			.hasToString("HTTPS://x.example/1/lineitem?ids[]=7");
	}

}
