package org.mentorprep.lti.service;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long to wait for the services of an LMS.
 *
 * @param connectTimeout for the connection
 * @param readTimeout for the whole answer
 */
@Validated
@ConfigurationProperties("mentorprep.services")
public record ServiceProperties(
		@DurationMin(millis = 1, message = "must be longer than zero") @DefaultValue("5s") Duration connectTimeout,
		@DurationMin(millis = 1, message = "must be longer than zero") @DefaultValue("10s") Duration readTimeout) {
}
