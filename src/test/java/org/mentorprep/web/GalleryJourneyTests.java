package org.mentorprep.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.mentorprep.journeys.Axe;
import org.mentorprep.journeys.InstalledChromium;
import org.mentorprep.testing.Sample;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at every template with every sample in a real browser: also at the states that no
 * journey comes by.
 */
@Tag("browser")
@Tag("full")
@ExtendWith(InstalledChromium.class)
@SpringBootTest(classes = Gallery.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class GalleryJourneyTests {

	@LocalServerPort
	private int port;

	@Test
	void axeFindsNothingInAnyState(BrowserContext browser) {
		assertThat(onEach(browser.newPage(), Axe::violationsWithoutFrames)).isEmpty();
	}

	/** Night changes nothing but colours, and colours change seldom. */
	@Test
	void contrastSufficesByNight(BrowserContext browser) {
		Page page = browser.newPage();
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		assertThat(onEach(page, (here) -> Axe.violationsWithoutFrames(here, "color-contrast"))).isEmpty();
	}

	/** Nothing sticks out at 320 pixels, and at 360 words stay whole. */
	@Test
	void everyPageFitsAPhone(BrowserContext browser) {
		assertThat(onEach(browser.newPage(), (page) -> {
			page.setViewportSize(320, 640);
			List<String> wrong = new ArrayList<>(sidewaysScrolling(page));
			page.setViewportSize(360, 800);
			wrong.addAll(brokenWords(page));
			return wrong;
		})).isEmpty();
	}

	/**
	 * For whoever changes the look: every page as a picture, in target/gallery. By
	 * {@code mvn -Pfull test -Dtest=GalleryJourneyTests}.
	 */
	@Test
	void everyPageCanBePictured(BrowserContext browser) {
		Page page = browser.newPage();
		for (int width : List.of(1280, 360)) {
			page.setViewportSize(width, 800);
			assertThat(onEach(page, (here) -> picture(here, width))).isEmpty();
		}
	}

	private static List<String> picture(Page page, int width) {
		String name = page.url().replaceAll(".*/", "") + "-" + width + ".png";
		byte[] picture = page
			.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "gallery", name)));
		return (picture.length > 0) ? List.of() : List.of("empty");
	}

	/**
	 * Words that stand on more than one line, as if there were no room for them.
	 * Addresses and ids may be broken anywhere.
	 */
	@SuppressWarnings("unchecked")
	private static List<String> brokenWords(Page page) {
		return (List<String>) page.evaluate("""
				() => {
				  const found = [];
				  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
				  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
				    if (text.parentElement.closest('code, pre, script, .code, .skip, .visually-hidden')) continue;
				    if (!text.parentElement.checkVisibility()) continue;
				    for (const word of text.data.matchAll(/(?<![^\\s(‘“])\\p{L}{2,16}(?![^\\s.,:;?!)’”])/gu)) {
				      const range = document.createRange();
				      range.setStart(text, word.index);
				      range.setEnd(text, word.index + word[0].length);
				      if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) found.push(word[0]);
				    }
				  }
				  return found;
				}""");
	}

	private Map<String, List<String>> onEach(Page page, Function<Page, List<String>> wrong) {
		Map<String, List<String>> found = new LinkedHashMap<>();
		// A page that only passes something on would be gone before anybody looked.
		page.route("**/js/submit*.js", Route::abort);
		for (Sample sample : Gallery.samples()) {
			page.navigate("http://localhost:" + this.port + Gallery.path(sample));
			List<String> here = wrong.apply(page);
			if (!here.isEmpty()) {
				found.put(sample.name(), here);
			}
		}
		return found;
	}

	private static List<String> sidewaysScrolling(Page page) {
		Object tooWide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
		return "0".equals(String.valueOf(tooWide)) ? List.of() : List.of(tooWide + " pixels too wide");
	}

}
