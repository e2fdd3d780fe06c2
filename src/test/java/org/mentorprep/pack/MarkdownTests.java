package org.mentorprep.pack;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.yaml.Problem;
import org.mentorprep.yaml.Problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class MarkdownTests {

	private final Markdown markdown = new Markdown();

	@Test
	void rendersWhatPagesNeed() {
		assertThat(this.markdown.html("A **word**.\n\n## Why\n\n- one\n- two\n\n> said"))
			.isEqualToIgnoringWhitespace("<p>A <strong>word</strong>.</p> <h2>Why</h2> <ul> <li>one</li> <li>two</li>"
					+ " </ul> <blockquote> <p>said</p> </blockquote>");
	}

	@ParameterizedTest
	@ValueSource(strings = { ">", "- ", "* a\n  ", "[", "![", "*a **b ", "_a __", "`", "<", "\\", "1. ", "| a", "&",
			"![a](b", "((", "](", "~" })
	@DisplayName("F28: text that is nested very deep is a problem or plain text, never an overflow")
	void nestedVeryDeep(String sign) {
		assertTimeout(Duration.ofSeconds(20), () -> checkAndRender(sign));
	}

	@Test
	@DisplayName("F28: quotes in each other without end are told to the author")
	void depthIsTold() {
		Problems problems = new Problems();
		this.markdown.check("page.md", ">".repeat(20_000) + " a", 3, problems);
		assertThat(problems.inReadingOrder()).singleElement()
			.asString()
			.startsWith("page.md:3: Quotes, lists and emphasis stand in each other at most 30 deep");
	}

	private void checkAndRender(String sign) {
		for (String text : List.of(sign.repeat(20_000), sign.repeat(20_000) + "a" + ")".repeat(20_000),
				("![".repeat(20_000) + "](b)".repeat(20_000)), deepEmphasis())) {
			Problems problems = new Problems();
			this.markdown.check("page.md", text, 1, problems);
			assertThat(this.markdown.html(text)).isNotNull();
		}
	}

	private static String deepEmphasis() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 5_000; i++) {
			text.append((i % 2 == 0) ? "*a" : "_a");
		}
		return text + new StringBuilder(text).reverse().toString();
	}

	@Test
	void givesTablesHeaderCells() {
		assertThat(this.markdown.html("| A | B |\n|:--|--:|\n| 1 | 2 |")).contains("<th scope=\"col\">A</th>")
			.doesNotContain("align");
	}

	@Test
	void opensLinksOutsideOfTheFrame() {
		assertThat(this.markdown.html("[there](https://example.org/?a=1&b=2)")).isEqualTo(
				"<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\" target=\"_blank\">there</a></p>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "a <b onclick=\"x()\">b</b>", "<iframe src=\"https://x\">",
			"<!-- c -->", "<a href=\"javascript:x()\">a</a>", "[a](javascript:alert(1))", "[a](data:text/html,x)",
			"![a](https://example.org/x.png)", "[a](https://x\"onclick=\"x())", "<style>p{}</style>",
			"<svg/onload=x()>", "[a](  vbscript:x)", "`<script>`", "<https://x\"><script>",
			"&lt;script&gt;alert(1)&lt;/script&gt;" })
	void letsNothingRunAndNothingLoad(String text) {
		String html = this.markdown.html(text);
		assertThat(html.replaceAll("&lt;[^<]*", ""))
			.doesNotContainPattern("(?i)<(script|iframe|style|svg|img|b)|<[^>]* on[a-z]+=|href=\"(?!https:|mailto:)");
	}

	@Test
	void namesTheLineOfWhatIsWrong() {
		Problems problems = new Problems();
		this.markdown.check("p.md", "# Title\n\ntext ![](x.png)\n\n## Two\n\n#### Four\n\n[](https://x) [a](http://x)",
				7, problems);
		assertThat(problems.inReadingOrder()).extracting(Problem::line).isEqualTo(List.of(7, 9, 9, 13, 15, 15));
	}

	@Test
	void refusesAnEmptyPage() {
		Problems problems = new Problems();
		this.markdown.check("p.md", "  \n", 6, problems);
		assertThat(problems.inReadingOrder()).containsExactly(new Problem("p.md", 6, "This page says nothing."));
	}

}
