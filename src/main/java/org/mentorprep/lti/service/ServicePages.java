package org.mentorprep.lti.service;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

	/** All pages together, so that no LMS can fill our memory. */
	private static final int LARGEST = 8 * 1024 * 1024;

	private static final int MOST_ENTRIES = 20_000;

	/** Moodle writes typographic quotes, which arrive as any characters. */
	private static final Pattern NEXT = Pattern.compile("<([^>]+)>[^<]*?;\\s*rel\\s*=[^,;<]{0,8}next(?![a-z])");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ServiceClient calls;

	ServicePages(ServiceClient calls) {
		this.calls = calls;
	}

	/**
	 * All entries of all pages, each page read into what is wanted of it before the next
	 * is fetched.
	 * @param type the one media type to accept
	 * @param reader takes what is wanted out of an entry; empty if it is of no use
	 * @throws ServiceFailed if a page could not be read, or there is more than anybody
	 * needs
	 */
	<T> List<T> read(ClientRegistration registration, Set<String> scopes, URI first, MediaType type,
			Function<JsonNode, Optional<T>> reader) {
		List<T> entries = new ArrayList<>();
		Set<URI> seen = new HashSet<>();
		int left = LARGEST;
		int entriesLeft = MOST_ENTRIES;
		URI address = first;
		while (address != null && seen.size() < MOST && seen.add(address)) {
			Page page = page(registration, scopes, address, type, left);
			left -= page.size();
			entriesLeft -= page.entries().size();
			if (entriesLeft < 0) {
				throw new ServiceFailed(new ScoreReply.TryLater(null));
			}
			page.entries().forEach((entry) -> reader.apply(entry).ifPresent(entries::add));
			address = page.next();
		}
		return entries;
	}

	private Page page(ClientRegistration registration, Set<String> scopes, URI address, MediaType type, int most) {
		return this.calls.call(registration, scopes, address,
				(http, token) -> http.get()
					.uri(address)
					.accept(type)
					.headers((headers) -> headers.setBearerAuth(token))
					.exchangeForRequiredValue((request, response) -> page(response, most)));
	}

	private Page page(ClientHttpResponse response, int most) throws IOException {
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw new ServiceFailed(ScoreStatus.read(response, this.calls.clock()));
		}
		try {
			byte[] body = response.getBody().readNBytes(most + 1);
			JsonNode entries = (body.length <= most) ? JSON.readTree(body) : JSON.nullNode();
			if (entries.isArray()) {
				return new Page(entries, body.length, next(response.getHeaders()));
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
	private record Page(JsonNode entries, int size, @Nullable URI next) {
	}

}
