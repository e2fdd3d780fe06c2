package org.mentorprep.lti.service;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.message.WireAddress;

/** Finds the next page in the {@code Link} headers of a page (RFC 8288, section 3). */
final class NextLink {

	private static final String QUOTED = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";

	/** The target of a link, or one of its parameters, or what begins the next link. */
	private static final Pattern PART = Pattern
		.compile("<([^>]*+)>|;\\s*+([^\\s=;,\"<]++)\\s*+(?:=\\s*+(?:" + QUOTED + "|([^\\s\";,<]*+)))?+|(,)");

	/** So much of a header is read. */
	private static final int LONGEST = 4 * 1024;

	/** Moodle writes typographic quotes, which arrive as any characters. */
	private static final Pattern AROUND = Pattern.compile("^[^\\p{Alnum}]+|[^\\p{Alnum}]+$");

	private NextLink() {
	}

	/**
	 * The first target of the relation {@code next}; absent if there is none.
	 * @throws ServiceFailed if its target can't be used: what is left out of a list would
	 * be taken for missing
	 */
	static @Nullable URI of(List<String> headers, URI page) {
		for (String header : headers) {
			String target = target(header.substring(0, Math.min(header.length(), LONGEST)));
			if (target != null) {
				URI next = WireAddress.named(target.replace("&amp;", "&"), page);
				if (next != null && WireAddress.isUnusable(next)) {
					throw new ServiceFailed(ServiceFailed.Reason.UNUSABLE_ADDRESS);
				}
				// An empty target is the page itself, which was read.
				return next;
			}
		}
		return null;
	}

	private static @Nullable String target(String header) {
		String target = null;
		Map<String, String> parameters = new HashMap<>();
		Matcher part = PART.matcher(header);
		while (part.find()) {
			if (part.group(2) != null) {
				String value = (part.group(3) != null) ? part.group(3) : part.group(4);
				parameters.putIfAbsent(part.group(2).toLowerCase(Locale.ROOT), (value != null) ? value : "");
			}
			else if (target != null && isNext(parameters)) {
				return target;
			}
			else {
				target = part.group(1);
				parameters.clear();
			}
		}
		return isNext(parameters) ? target : null;
	}

	/** By the first {@code rel}; a link of something else than the page has an anchor. */
	private static boolean isNext(Map<String, String> parameters) {
		return !parameters.containsKey("anchor") && Arrays.stream(parameters.getOrDefault("rel", "").split("\\s+"))
			.map((relation) -> AROUND.matcher(relation).replaceAll(""))
			.anyMatch("next"::equalsIgnoreCase);
	}

}
