package practicelms.service;

import java.time.Clock;

import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.Site;
import practicelms.course.Tools;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Brings the services of the practice LMS together. */
@Configuration(proxyBeanMethods = false)
@Import({ TokenController.class, ServicesController.class })
public class ServiceConfiguration {

	@Bean
	Faults faults() {
		return new Faults();
	}

	@Bean
	Received received() {
		return new Received();
	}

	@Bean
	AccessTokens accessTokens(Clock clock) {
		return new AccessTokens(clock);
	}

	@Bean
	AssertionCheck assertionCheck(Site site, Clock clock) {
		return new AssertionCheck(site, clock);
	}

	@Bean
	Access access(AccessTokens tokens, Tools tools, Gradebook gradebook) {
		return new Access(tokens, tools, gradebook);
	}

	@Bean
	LineItems lineItems(Access access, Gradebook gradebook, Course course, Site site, JsonMapper json) {
		return new LineItems(access, gradebook, course, site, json);
	}

	@Bean
	OneLineItem oneLineItem(Access access, Gradebook gradebook, Course course, Site site, JsonMapper json) {
		return new OneLineItem(access, gradebook, course, site, json);
	}

	@Bean
	Results results(Access access, Gradebook gradebook, Site site, JsonMapper json) {
		return new Results(access, gradebook, site, json);
	}

	@Bean
	Scores scores(Access access, Gradebook gradebook, Course course, JsonMapper json) {
		return new Scores(access, gradebook, course, json);
	}

}
