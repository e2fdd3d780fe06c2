package org.mentorprep.platform;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/**
 * The keys by which platforms sign: cached, rate-limited, outage-tolerant, one source a
 * registration.
 */
public interface PlatformKeys {

	JWKSource<SecurityContext> of(Platform platform);

}
