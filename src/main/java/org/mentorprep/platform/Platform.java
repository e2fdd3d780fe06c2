package org.mentorprep.platform;

import java.net.URI;
import java.util.Set;

/**
 * An LMS we trust (LTI 1.3 core, section 3.1.3): one registration, that is one issuer and
 * one client id, with its deployments.
 */
public record Platform(PlatformId id, String name, String issuer, String clientId, Set<String> deploymentIds,
		URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, boolean enabled) {

	public Platform {
		deploymentIds = Set.copyOf(deploymentIds);
	}

}
