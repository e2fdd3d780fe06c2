package org.mentorprep.launch.refusals;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.PlatformId;

/**
 * A launch or a registration that was refused, for whoever runs the tool. Nothing in it
 * is personal.
 *
 * @param reference what the page showed and people may quote
 * @param refusal the kind, in one word of the code
 * @param messageKey key of the words that were shown; {@code .title} and others follow it
 * @param platform absent if nobody knows which LMS it was
 * @param cause the clause that was broken; holds nothing that came from outside
 */
public record RefusalRecord(String reference, Instant at, String refusal, String messageKey,
		@Nullable PlatformId platform, String cause) {
}
