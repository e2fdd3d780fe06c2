package org.mentorprep.platform;

import java.net.URI;

/**
 * Says which addresses of an LMS may be called. An LMS that registered itself chose them:
 * its name may have led to a public address then, and into our own network now.
 */
public interface LmsAddresses {

	/** Asked just before each call, whoever it is that calls. */
	boolean mayBeCalled(PlatformId platform, URI address);

}
