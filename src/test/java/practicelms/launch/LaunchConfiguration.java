package practicelms.launch;

import java.time.Clock;

import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.Site;
import practicelms.course.Tools;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Brings the launch side of the practice LMS together. */
@Configuration(proxyBeanMethods = false)
@Import({ JwksController.class, LaunchController.class, AuthController.class })
public class LaunchConfiguration {

	@Bean
	SigningKey signingKey() {
		return new SigningKey();
	}

	@Bean
	IdToken idToken(Site site, Tools tools, Course course, Gradebook gradebook, SigningKey key, Clock clock) {
		return new IdToken(site, tools, course, gradebook, key, clock);
	}

}
