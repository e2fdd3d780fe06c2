package org.mentorprep.launch;

import java.io.Serializable;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Names one placement of the tool in a course: (registration, deployment, resource link
 * id).
 */
public record LinkId(UUID value) implements Serializable {

	private static final Pattern LINK_PATHS = Pattern.compile("/(?:links|course)/([^/]+)");

	/** The id as a URL holds it; absent if it is none. */
	public static @Nullable LinkId of(@Nullable String text) {
		try {
			UUID id = (text != null) ? UUID.fromString(text) : null;
			// Java takes short forms such as 1-1-1-1-1: one link, one URL.
			return (id != null && id.toString().equals(text)) ? new LinkId(id) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** The link that a path below {@code /links} or {@code /course} is about. */
	public static @Nullable LinkId ofPath(String path) {
		Matcher matcher = LINK_PATHS.matcher(path);
		return matcher.lookingAt() ? of(matcher.group(1)) : null;
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
