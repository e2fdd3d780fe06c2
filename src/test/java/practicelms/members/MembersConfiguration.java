package practicelms.members;

import practicelms.course.Course;
import practicelms.course.Site;
import practicelms.service.Access;
import practicelms.service.Faults;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings names and roles of the practice LMS together. */
@Configuration(proxyBeanMethods = false)
public class MembersConfiguration {

	@Bean
	Memberships memberships(Access access, Course course, Site site, Faults faults, JsonMapper json) {
		return new Memberships(access, new Members(course, faults), site, faults, json);
	}

}
