package org.mentorprep.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class FileLinksTests {

	private final List<String> lookedUp = new ArrayList<>();

	private final FileLinks links = new FileLinks((path) -> {
		this.lookedUp.add(path);
		return path.endsWith(".css") ? path.replace(".css", "-hash.css") : null;
	});

	@Test
	void linkToAPageIsLeftAloneAndNotLookedUp() throws Exception {
		assertThat(encoded("/links/1/modules/judgementoring?resumed#main"))
			.isEqualTo("/links/1/modules/judgementoring?resumed#main");
		assertThat(this.lookedUp).isEmpty();
	}

	@Test
	void fileIsLookedUpOnceForAllPages() throws Exception {
		assertThat(encoded("/css/staff.css")).isEqualTo("/css/staff-hash.css");
		assertThat(encoded("/css/staff.css")).isEqualTo("/css/staff-hash.css");
		assertThat(this.lookedUp).containsExactly("/css/staff.css");
	}

	@Test
	void fileThatIsMissingStaysAsItIsAndIsNotKept() throws Exception {
		assertThat(encoded("/css/none.txt")).isEqualTo("/css/none.txt");
		assertThat(encoded("/css/none.txt")).isEqualTo("/css/none.txt");
		assertThat(this.lookedUp).hasSize(2);
	}

	private String encoded(String url) throws Exception {
		List<String> encoded = new ArrayList<>();
		this.links.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(),
				(request, response) -> encoded.add(((HttpServletResponse) response).encodeURL(url)));
		return encoded.get(0);
	}

}
