package org.mentorprep.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.SourceFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** Budgets of the look, and traps of the template language, read from the sources. */
class LookTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final int CSS_BUDGET = 15 * 1024;

	private static final int STAFF_CSS_BUDGET = 2 * 1024;

	private static final int SCRIPT_BUDGET = 4 * 1024;

	@Test
	void styleSheetOfMentorsStaysInItsBudget() {
		assertThat(squeezed("mentorprep.css")).isLessThanOrEqualTo(CSS_BUDGET);
	}

	@Test
	void styleSheetOfStaffStaysInItsBudget() {
		assertThat(squeezed("staff.css")).isLessThanOrEqualTo(STAFF_CSS_BUDGET);
	}

	@Test
	void scriptStaysInItsBudget() {
		assertThat(squeezed(".js")).isLessThanOrEqualTo(SCRIPT_BUDGET);
	}

	@Test
	void sidesAreStartAndEndSoThatPagesMirror() {
		assertThat(SourceFiles.read(RESOURCES.resolve("static/css/mentorprep.css"))).doesNotContainPattern(
				"(margin|padding|border|inset)-(left|right)|text-align: *(left|right)|\\b(left|right):");
	}

	@Test
	void faceComesWithItsLicence() {
		assertThat(RESOURCES.resolve("static/fonts/OFL.txt")).content().contains("SIL OPEN FONT LICENSE Version 1.1");
	}

	/**
	 * The replacement comes first, so a condition on the same element would be ignored.
	 */
	@Test
	void noConditionStandsWhereAFragmentReplacesIt() {
		List<String> ignored = new ArrayList<>();
		templates().forEach((file) -> Jsoup.parse(SourceFiles.read(file))
			.select("[th:replace]")
			.stream()
			.filter((element) -> Stream.of("th:if", "th:unless", "th:each", "th:case", "th:with")
				.anyMatch(element::hasAttr))
			.map(Element::outerHtml)
			.forEach(ignored::add));
		assertThat(ignored).isEmpty();
	}

	/** What authors wrote was made safe when it was read; nothing else is printed raw. */
	@Test
	void onlyPagesToReadArePrintedUnescaped() {
		List<String> unescaped = new ArrayList<>();
		templates().forEach((file) -> Jsoup.parse(SourceFiles.read(file))
			.select("[th:utext]")
			.forEach((element) -> unescaped.add(file.getFileName() + " " + element.attr("th:utext"))));
		assertThat(unescaped).containsExactly("parts.html ${page.html}");
	}

	private static int squeezed(String ending) {
		return SourceFiles.in(RESOURCES.resolve("static"), ending)
			.map((file) -> SourceFiles.read(file)
				.replaceAll("(?s)/\\*.*?\\*/", "")
				.replaceAll("\\s+", " ")
				.replaceAll(" ?([{};:,>]) ?", "$1"))
			.mapToInt(String::length)
			.sum();
	}

	private static Stream<Path> templates() {
		return SourceFiles.in(RESOURCES.resolve("templates"), ".html");
	}

}
