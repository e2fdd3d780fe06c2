package org.mentorprep.lti.message;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the LMS offers of its gradebook (AGS 2.0, section 3.1).
 *
 * @param scopes what the tool may ask a token for
 * @param lineItem the column of this link; absent unless there is exactly one
 * @param lineItems where all columns of the course are
 */
public record Gradebook(Set<String> scopes, @Nullable URI lineItem, @Nullable URI lineItems) {

	public Gradebook {
		scopes = Set.copyOf(scopes);
	}

	public Gradebook(Set<String> scopes, @Nullable URI lineItem) {
		this(scopes, lineItem, null);
	}

}
