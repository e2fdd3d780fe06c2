package org.mentorprep.platform;

import java.net.URI;
import java.util.Set;

/** One registration as the platforms file words it: a platform before it has an id. */
record PlatformEntry(String name, String issuer, String clientId, Set<String> deploymentIds, URI authorizationEndpoint,
		URI tokenEndpoint, URI jwksUri) {

	PlatformEntry {
		deploymentIds = Set.copyOf(deploymentIds);
	}

	Platform as(PlatformId id) {
		return new Platform(id, this.name, this.issuer, this.clientId, this.deploymentIds, this.authorizationEndpoint,
				this.tokenEndpoint, this.jwksUri, true);
	}

	boolean names(Platform platform) {
		return this.issuer.equals(platform.issuer()) && this.clientId.equals(platform.clientId());
	}

}
