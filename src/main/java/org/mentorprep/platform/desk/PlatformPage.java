package org.mentorprep.platform.desk;

import java.util.List;

import org.mentorprep.platform.Platform;
import org.mentorprep.platform.registry.Registration;

/** One platform with all that is known of it. */
public record PlatformPage(PlatformRow row, String clientId, List<String> deploymentIds, String authorizationEndpoint,
		String tokenEndpoint, String jwksUri) {

	public PlatformPage {
		deploymentIds = List.copyOf(deploymentIds);
	}

	static PlatformPage of(Registration registration) {
		Platform platform = registration.platform();
		return new PlatformPage(PlatformRow.of(registration), platform.clientId(),
				platform.deploymentIds().stream().sorted().toList(), platform.authorizationEndpoint().toString(),
				platform.tokenEndpoint().toString(), platform.jwksUri().toString());
	}

}
