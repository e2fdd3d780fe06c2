package org.mentorprep.passback;

import jakarta.validation.constraints.Positive;
import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How eagerly grades are brought to the LMS.
 *
 * @param send whether a grade is sent only once everything that the link requires is
 * completed, or from the first result on
 * @param automatic whether grades go out by themselves; off for a node that only serves
 * pages, and for tests
 * @param pollInterval how often to look for grades that became due without an event here
 * @param backoff the first pause after a failure; each further one is twice as long, up
 * to about a day with the default
 * @param lease how long a claim on a grade holds unless its node renews it, which it does
 * three times as often; those of a node that died are sent by another afterwards
 * @param batch how many grades are claimed at once
 * @param lanes how many threads send grades to one LMS at once, on each node
 * @param readBack how long after its arrival a grade is read in the gradebook
 */
@Validated
@ConfigurationProperties("mentorprep.passback")
record PassbackProperties(@DefaultValue("completed") SendPolicy.Send send, @DefaultValue("true") boolean automatic,
		@DurationMin(millis = 1, message = "must be longer than zero") @DefaultValue("5s") Duration pollInterval,
		@DurationMin(millis = 1, message = "must be longer than zero") @DefaultValue("10s") Duration backoff,
		@DurationMin(seconds = 1, message = "must be at least 1s") @DefaultValue("30s") Duration lease,
		@Positive @DefaultValue("20") int batch, @Positive @DefaultValue("4") int lanes,
		@DurationMin(millis = 1, message = "must be longer than zero") @DefaultValue("1m") Duration readBack) {
}
