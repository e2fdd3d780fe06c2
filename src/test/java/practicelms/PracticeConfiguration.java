package practicelms;

import java.time.Clock;

import practicelms.choice.ChoiceConfiguration;
import practicelms.course.Course;
import practicelms.course.Gradebook;
import practicelms.course.Tools;
import practicelms.launch.LaunchConfiguration;
import practicelms.members.MembersConfiguration;
import practicelms.page.PageConfiguration;
import practicelms.registration.RegistrationConfiguration;
import practicelms.service.ServiceConfiguration;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The application context of the practice LMS. It names the parts of Boot that it wants,
 * so that nothing else on the class path of the tool (database, migrations, security,
 * sessions) comes to life here.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
		HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
		ThymeleafAutoConfiguration.class })
@Import({ LaunchConfiguration.class, ChoiceConfiguration.class, ServiceConfiguration.class, PageConfiguration.class,
		RegistrationConfiguration.class, MembersConfiguration.class })
class PracticeConfiguration {

	@Bean
	Course course() {
		return new Course();
	}

	@Bean
	Tools tools() {
		return new Tools();
	}

	@Bean
	Gradebook gradebook(Clock clock) {
		return new Gradebook(clock);
	}

}
