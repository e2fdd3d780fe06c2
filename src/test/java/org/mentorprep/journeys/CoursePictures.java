package org.mentorprep.journeys;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import org.mentorprep.testing.IntegrationTest;

import practicelms.PracticeLms;
import practicelms.course.Activity;
import practicelms.course.Course;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pictures of every page and every exercise of the course as shipped, in
 * {@code target/course}, at 1280 and 360 pixels. Only when it is asked for:
 * {@code mvn test -Dtest=CoursePictures}.
 */
@IntegrationTest
@Tag("browser")
@ExtendWith(InstalledChromium.class)
class CoursePictures {

	/** The course's own pages: of modules, to read, and exercises as staff see them. */
	private static final Pattern OF_THE_COURSE = Pattern
		.compile("/links/[^/]+(/modules/[a-z0-9-]+(/pages/[a-z0-9-]+)?|/preview/(modules|exercises)/[a-z0-9-]+)");

	@Autowired
	private PracticeLms lms;

	@Test
	void picturesTheCourse(BrowserContext browser) {
		BrowsingMentor staff = new BrowsingMentor(this.lms, browser, Course.COURSE_ADMIN);
		staff.openInWindow(wholeProgramme().cmid()).heading().waitFor();
		Page page = staff.page();
		Deque<String> ahead = new ArrayDeque<>(List.of(page.url()));
		Set<String> seen = new HashSet<>(ahead);
		while (!ahead.isEmpty()) {
			page.navigate(ahead.remove());
			picture(page);
			hrefs(page).stream()
				.filter((href) -> OF_THE_COURSE.matcher(URI.create(href).getPath()).matches())
				.filter(seen::add)
				.forEach(ahead::add);
		}
		System.err.printf("%d pages pictured%n", seen.size());
		assertThat(seen).hasSizeGreaterThan(80);
	}

	private Activity wholeProgramme() {
		return this.lms.course()
			.activities()
			.stream()
			.filter((one) -> !one.custom().containsKey("module"))
			.findFirst()
			.orElseThrow();
	}

	private static void picture(Page page) {
		String name = URI.create(page.url()).getPath().replaceFirst("/links/[^/]+/?", "").replace('/', '.');
		for (int width : List.of(1280, 360)) {
			page.setViewportSize(width, 800);
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setPath(Path.of("target", "course", name + "-" + width + ".png")));
		}
	}

	@SuppressWarnings("unchecked")
	private static List<String> hrefs(Page page) {
		return (List<String>) page
			.evaluate("() => [...document.querySelectorAll('main a')].map((a) => a.href.split('#')[0])");
	}

}
