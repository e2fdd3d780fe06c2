package org.mentorprep.lti.message;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * What the LMS takes back from a choice, and where (Deep Linking 2.0, section 4.4.1).
 *
 * @param returnUrl of the platform's own origin; carries the user's session key in some
 * LMSs, so it is never logged
 * @param acceptLinks whether links to this tool may be placed at all
 * @param acceptMultiple whether several items may come back
 * @param acceptLineItem whether an item may bring a column of the gradebook
 * @param data to be given back unchanged; absent if none came
 */
public record DeepLinkingSettings(URI returnUrl, boolean acceptLinks, boolean acceptMultiple, boolean acceptLineItem,
		@Nullable String data) {
}
