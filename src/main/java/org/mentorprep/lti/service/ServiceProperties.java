package org.mentorprep.lti.service;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long to wait for the services of an LMS.
 *
 * @param connectTimeout for the connection
 * @param readTimeout for the whole answer
 */
@ConfigurationProperties("mentorprep.services")
public record ServiceProperties(@DefaultValue("5s") Duration connectTimeout,
		@DefaultValue("10s") Duration readTimeout) {
}
