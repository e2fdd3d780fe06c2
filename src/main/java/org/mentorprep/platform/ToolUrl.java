package org.mentorprep.platform;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

import org.mentorprep.ConfigurationRefused;

/**
 * Where browsers and LMSs reach the tool. Taken from the configuration and never from a
 * request: LMSs compare the redirect URI to the letter, and a Host header is anybody's.
 */
@ConfigurationProperties("mentorprep")
public final class ToolUrl {

	private final URI base;

	public ToolUrl(@Nullable String publicUrl) {
		String text = (publicUrl != null) ? publicUrl.strip() : "";
		WebAddress.Problem problem = WebAddress.problemOfIssuer(text, WebAddress.MAX_LENGTH);
		if (problem != null) {
			throw new ConfigurationRefused(List.of("mentorprep.public-url '" + text + "' " + problem.sentence() + "."),
					"Set mentorprep.public-url (or MENTORPREP_PUBLIC_URL) to the address at which browsers reach "
							+ "the tool, such as https://mentors.example.org.");
		}
		this.base = URI.create(text.replaceAll("/+$", ""));
		if (!this.base.getRawPath().isEmpty()) {
			throw new ConfigurationRefused(
					List.of("mentorprep.public-url '" + text + "' has a path (" + this.base.getRawPath() + ")."),
					"Give the tool a host name of its own, such as https://mentors.example.org: its cookies and its "
							+ "addresses belong to a whole host. See 'Behind a proxy' in docs/operating.md.");
		}
	}

	/** The address of the tool itself, without a trailing slash. */
	public URI base() {
		return this.base;
	}

	/** The absolute URL of a path, such as {@code /lti/launch}. */
	public URI at(String path) {
		if (!path.startsWith("/")) {
			throw new IllegalArgumentException("A path begins with a slash: " + path);
		}
		return URI.create(this.base + path);
	}

	@Override
	public String toString() {
		return this.base.toString();
	}

}
