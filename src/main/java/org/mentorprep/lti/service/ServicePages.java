package org.mentorprep.lti.service;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Reads lists that an LMS hands out in pages (AGS 2.0, sections 3.2.5 and 3.3.3). No
 * limit is asked for: with one, Moodle's links are malformed and its results fail.
 */
final class ServicePages {

	/** An LMS that goes on and on would keep us for ever. */
	private static final int MOST = 50;

	private static final int LARGEST = 4 * 1024 * 1024;

	/** Moodle writes typographic quotes, which arrive as any characters. */
	private static final Pattern NEXT = Pattern.compile("<([^>]+)>[^<]*?;\\s*rel\\s*=[^,;<]{0,8}next(?![a-z])");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final AuthorizedCalls calls;

	ServicePages(AuthorizedCalls calls) {
		this.calls = calls;
	}

	/**
	 * All entries of all pages.
	 * @param type the one media type to accept
	 * @throws ServiceFailed if a page could not be read
	 */
	List<JsonNode> read(ClientRegistration registration, Set<String> scopes, URI first, MediaType type) {
		List<JsonNode> entries = new ArrayList<>();
		Set<URI> seen = new HashSet<>();
		URI address = first;
		while (address != null && seen.size() < MOST && seen.add(address)) {
			URI here = address;
			Page page = this.calls.call(registration, scopes, here,
					(http, token) -> http.get()
						.uri(here)
						.accept(type)
						.headers((headers) -> headers.setBearerAuth(token))
						.exchangeForRequiredValue((request, response) -> page(response)));
			page.entries().forEach(entries::add);
			address = page.next();
		}
		return entries;
	}

	private Page page(ClientHttpResponse response) throws IOException {
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw new ServiceFailed(ScoreStatus.read(response, this.calls.clock()));
		}
		try {
			JsonNode entries = JSON.readTree(response.getBody().readNBytes(LARGEST));
			if (entries.isArray()) {
				return new Page(entries, next(response.getHeaders()));
			}
		}
		catch (JacksonException ex) {
			// No list either; below.
		}
		throw new ServiceFailed(new ScoreReply.TryLater(null));
	}

	private static @Nullable URI next(HttpHeaders headers) {
		for (String link : headers.getOrEmpty(HttpHeaders.LINK)) {
			Matcher next = NEXT.matcher(link);
			if (next.find()) {
				return address(next.group(1).replace("&amp;", "&"));
			}
		}
		return null;
	}

	private static @Nullable URI address(String text) {
		try {
			return URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** One page, and where the next one is. */
	private record Page(JsonNode entries, @Nullable URI next) {
	}

}
