package org.mentorprep.platform;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.message.VisibleText;

/**
 * One registration as somebody writes it, in a file, on a form or by dynamic
 * registration: a platform before it has an id.
 *
 * @param tokenAudience absent if it is the token endpoint
 * @param sites origins beside those of issuer and endpoints
 * @param roles what roles give otherwise than by default
 */
public record PlatformEntry(String name, String issuer, String clientId, Set<String> deploymentIds,
		URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, @Nullable String tokenAudience, Set<String> sites,
		RoleMapping roles) {

	/** As wide as the column. */
	public static final int MAX_NAME_LENGTH = 200;

	/**
	 * LTI 1.3 core, section 5.3.3, for deployment ids; kept for the other ids as well.
	 */
	public static final int MAX_ID_LENGTH = 255;

	/** As many as the column holds, each as long as a host name can be. */
	public static final int MOST_SITES = 25;

	private static final int MAX_SITE_LENGTH = 300;

	public PlatformEntry {
		deploymentIds = Set.copyOf(deploymentIds);
		sites = Set.copyOf(sites);
	}

	/** An LMS that is one host, and of which nothing is unusual. */
	public PlatformEntry(String name, String issuer, String clientId, Set<String> deploymentIds,
			URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri) {
		this(name, issuer, clientId, deploymentIds, authorizationEndpoint, tokenEndpoint, jwksUri, null, Set.of(),
				RoleMapping.DEFAULT);
	}

	/** What keeps an address from being a site; null if nothing does. */
	public static WebAddress.@Nullable Problem problemOfSite(String text) {
		WebAddress.Problem problem = WebAddress.problem(text);
		if (problem != null) {
			return problem;
		}
		if (WebAddress.origin(URI.create(text)).length() > MAX_SITE_LENGTH) {
			return WebAddress.Problem.tooLong(MAX_SITE_LENGTH);
		}
		return text.matches("(?i)https?://[^/?]+/?") ? null
				: new WebAddress.Problem("no-site", "is more than scheme, host and port");
	}

	/** What keeps a text from being kept as a name or an id; null if nothing does. */
	public static WebAddress.@Nullable Problem problem(String text, int maxLength) {
		if (text.isBlank()) {
			return new WebAddress.Problem("empty", "is empty");
		}
		if (!text.equals(text.strip())) {
			return new WebAddress.Problem("blank-edge", "begins or ends with a blank");
		}
		if (text.chars().anyMatch((sign) -> Character.isISOControl(sign) || VisibleText.isDirection(sign))) {
			return new WebAddress.Problem("control", "holds a line break or another control character");
		}
		return (text.length() > maxLength) ? WebAddress.Problem.tooLong(maxLength) : null;
	}

	public Platform as(PlatformId id, Platform.State state) {
		return new Platform(id, this.name, this.issuer, this.clientId, this.deploymentIds, this.authorizationEndpoint,
				this.tokenEndpoint, this.jwksUri, this.tokenAudience, this.sites, this.roles, state);
	}

	public boolean names(Platform platform) {
		return this.issuer.equals(platform.issuer()) && this.clientId.equals(platform.clientId());
	}

}
