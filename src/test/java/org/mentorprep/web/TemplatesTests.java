package org.mentorprep.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.mentorprep.testing.Sample;

import static org.assertj.core.api.Assertions.assertThat;

/** Every template with every sample: what must be true of each page of the product. */
@SpringBootTest(classes = Gallery.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class TemplatesTests {

	private static final Map<String, Document> PAGES = new LinkedHashMap<>();

	@LocalServerPort
	private int port;

	@BeforeEach
	void visit() {
		Gallery.samples().forEach((sample) -> PAGES.computeIfAbsent(sample.name(), (name) -> page(sample)));
	}

	@Test
	void everyPageSaysItsLanguage() {
		each((page) -> page.select("html:not([lang=en-GB])").eachAttr("lang"));
	}

	@Test
	void everyPageHasATitle() {
		each((page) -> page.title().isBlank() ? List.of("no title") : List.of());
	}

	@Test
	void everyPageHasOneHeadingThatSaysTheFact() {
		each((page) -> unless(page.select("h1").size() == 1, page.select("h1")));
	}

	@Test
	void everyPageHasOneMainPart() {
		each((page) -> unless(page.select("main#main").size() == 1, page.select("main")));
	}

	@Test
	void headingsNeverSkip() {
		each((page) -> {
			List<String> skips = new ArrayList<>();
			int before = 0;
			for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
				int level = heading.tagName().charAt(1) - '0';
				if (level > before + 1) {
					skips.add(heading.text());
				}
				before = level;
			}
			return skips;
		});
	}

	@Test
	void noPageHasTwoFilledButtons() {
		each((page) -> unless(page.select(".btn-primary").size() <= 1, page.select(".btn-primary")));
	}

	@Test
	void nothingIsInline() {
		each((page) -> page.select("style, [style], script:not([src])").eachText());
	}

	@Test
	void noElementHasAnEventHandler() {
		each((page) -> page.getAllElements()
			.stream()
			.flatMap((element) -> element.attributes().asList().stream())
			.map(Attribute::getKey)
			.filter((name) -> name.startsWith("on"))
			.toList());
	}

	@Test
	void templateLanguageLeavesNoTrace() {
		each((page) -> Stream.of("th:", "??", "null", "orElse").filter(page.outerHtml()::contains).toList());
	}

	@Test
	void idsAreUnique() {
		each((page) -> {
			List<String> ids = new ArrayList<>(page.select("[id]").eachAttr("id"));
			List.copyOf(ids).stream().distinct().forEach(ids::remove);
			return ids;
		});
	}

	@Test
	void referencesToIdsLeadSomewhere() {
		each((page) -> references(page).filter((id) -> page.getElementById(id) == null).toList());
	}

	@Test
	void nothingIsFetchedFromElsewhere() {
		each((page) -> page.select("[src], [href]:not([target=_top]), [action]")
			.stream()
			.map((element) -> element.attr("src") + element.attr("href") + element.attr("action"))
			.filter((address) -> !address.startsWith("/") && !address.startsWith("#"))
			.toList());
	}

	@Test
	void peopleAreNeverGivenPercentSigns() {
		each((page) -> page.text().contains("%") ? List.of(page.text()) : List.of());
	}

	private static Stream<String> references(Document page) {
		return page.select("[aria-describedby], [for], [form], a[href^=#]")
			.stream()
			.flatMap((element) -> Stream.of(element.attr("aria-describedby"), element.attr("for"), element.attr("form"),
					element.is("a[href^=#]") ? element.attr("href").substring(1) : ""))
			.flatMap((ids) -> Stream.of(ids.split(" ")))
			.filter((id) -> !id.isEmpty());
	}

	private static List<String> unless(boolean right, Elements elements) {
		return right ? List.of() : List.of(elements.outerHtml() + elements.size());
	}

	/** Collects what is wrong on all pages, so that one run tells everything. */
	private static void each(Function<Document, List<String>> wrong) {
		Map<String, List<String>> found = new LinkedHashMap<>();
		PAGES.forEach((name, page) -> {
			List<String> here = wrong.apply(page);
			if (!here.isEmpty()) {
				found.put(name, here);
			}
		});
		assertThat(found).isEmpty();
	}

	private Document page(Sample sample) {
		try {
			Connection.Response response = Jsoup.connect("http://localhost:" + this.port + Gallery.path(sample))
				.ignoreHttpErrors(true)
				.execute();
			assertThat(response.statusCode()).as(sample.name()).isEqualTo(200);
			return response.parse();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
