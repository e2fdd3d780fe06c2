package practicelms.registration;

import java.time.Clock;

import practicelms.course.Site;
import practicelms.launch.SigningKey;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Brings registration with the practice LMS together. */
@Configuration(proxyBeanMethods = false)
@Import({ OpenIdConfigurationController.class, RegistrationController.class, AdminController.class })
public class RegistrationConfiguration {

	@Bean
	Registrar registrar() {
		return new Registrar();
	}

	@Bean
	RegistrationTokens registrationTokens(SigningKey key, Clock clock) {
		return new RegistrationTokens(key, clock);
	}

	@Bean
	RegistrationCheck registrationCheck(Site site) {
		return new RegistrationCheck(site);
	}

}
