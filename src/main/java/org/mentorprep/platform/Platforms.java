package org.mentorprep.platform;

import java.util.List;
import java.util.Optional;

/** All registrations, enabled or not. */
public interface Platforms {

	/** All registrations of one issuer; the issuer must match to the letter. */
	List<Platform> ofIssuer(String issuer);

	Optional<Platform> find(PlatformId id);

}
