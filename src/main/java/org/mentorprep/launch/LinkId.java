package org.mentorprep.launch;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.mentorprep.CanonicalUuid;

/**
 * Names one placement of the tool in a course: (registration, deployment, resource link
 * id).
 */
public record LinkId(UUID value) implements Serializable {

	private static final Pattern LINK_PATHS = Pattern.compile("/(?:links|course)/([^/]+)");

	/**
	 * The id as a URL holds it.
	 * @throws IllegalArgumentException if the text is none
	 */
	public static LinkId of(String text) {
		return new LinkId(CanonicalUuid.of(text));
	}

	/** The id as a URL holds it; empty if the text is none. */
	public static Optional<LinkId> find(@Nullable String text) {
		try {
			return Optional.ofNullable(text).map(LinkId::of);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** The link that the path of a page is about; empty if it is about none. */
	public static Optional<LinkId> ofPath(String path) {
		Matcher page = LINK_PATHS.matcher(path);
		return page.lookingAt() ? find(page.group(1)) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
