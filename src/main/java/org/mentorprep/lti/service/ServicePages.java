package org.mentorprep.lti.service;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Reads all pages of a container of one kind (AGS 2.0, sections 3.2.5 and 3.3.3; NRPS
 * 2.0, section 2.4.3). No limit is sent: with one, Moodle's links are malformed and its
 * results fail.
 *
 * @param type the one media type to accept
 * @param member the name of the array if the container is an object
 */
record ServicePages(ServiceClient client, MediaType type, String member) {

	/** An LMS whose pages never end would keep us for ever. */
	private static final int MOST_PAGES = 50;

	/** All pages together, so that no LMS can fill our memory. */
	private static final int MOST_BYTES = 8 * 1024 * 1024;

	private static final int MOST_ENTRIES = 20_000;

	/**
	 * All entries of all pages. Each page is read into what is wanted of it before the
	 * next is fetched.
	 * @param reader takes what is wanted out of an entry; empty if it is of no use
	 * @throws ServiceFailed if a page can't be read, or there is more than anybody needs
	 */
	<T> List<T> read(ClientRegistration registration, Set<String> scopes, URI first,
			Function<JsonNode, Optional<T>> reader) {
		List<T> entries = new ArrayList<>();
		Set<URI> seen = new HashSet<>();
		int bytesLeft = MOST_BYTES;
		int entriesLeft = MOST_ENTRIES;
		URI address = first;
		while (address != null && seen.size() < MOST_PAGES && seen.add(address)) {
			ServiceClient.Page page = this.client.page(registration, scopes, address, this.type, this.member,
					bytesLeft);
			bytesLeft -= page.size();
			entriesLeft -= page.entries().size();
			if (entriesLeft < 0) {
				throw new ServiceFailed(ServiceFailed.Reason.TRY_LATER);
			}
			page.entries().forEach((entry) -> reader.apply(entry).ifPresent(entries::add));
			address = page.next();
		}
		return entries;
	}

}
