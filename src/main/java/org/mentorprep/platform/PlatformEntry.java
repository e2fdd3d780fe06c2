package org.mentorprep.platform;

import java.net.URI;
import java.util.Set;

/**
 * One registration as somebody words it, in a file, on a form or by dynamic registration:
 * a platform before it has an id.
 */
public record PlatformEntry(String name, String issuer, String clientId, Set<String> deploymentIds,
		URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri) {

	/** As wide as the column. */
	public static final int MAX_NAME_LENGTH = 200;

	/**
	 * LTI 1.3 core, section 5.3.3, for deployment ids; kept for the other ids as well.
	 */
	public static final int MAX_ID_LENGTH = 255;

	public PlatformEntry {
		deploymentIds = Set.copyOf(deploymentIds);
	}

	public Platform as(PlatformId id, Platform.State state) {
		return new Platform(id, this.name, this.issuer, this.clientId, this.deploymentIds, this.authorizationEndpoint,
				this.tokenEndpoint, this.jwksUri, state);
	}

	public boolean names(Platform platform) {
		return this.issuer.equals(platform.issuer()) && this.clientId.equals(platform.clientId());
	}

}
