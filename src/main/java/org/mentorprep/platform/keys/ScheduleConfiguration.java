package org.mentorprep.platform.keys;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the rotation of the keys run by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ScheduleConfiguration {

}
