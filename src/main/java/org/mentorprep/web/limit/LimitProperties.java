package org.mentorprep.web.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one network may knock.
 *
 * @param enabled whether anything is limited at all
 * @param launchesPerSecond logins of one registered issuer, and launches; generous, as a
 * whole school may stand behind one address
 * @param unknownPerMinute logins of issuers that nobody registered
 * @param registrationsPerMinute openings of the registration page
 * @param signInsPerMinute attempts to sign in at /operator
 */
@ConfigurationProperties("mentorprep.limits")
record LimitProperties(@DefaultValue("true") boolean enabled, @DefaultValue("50") int launchesPerSecond,
		@DefaultValue("20") int unknownPerMinute, @DefaultValue("10") int registrationsPerMinute,
		@DefaultValue("5") int signInsPerMinute) {
}
