package org.mentorprep.platform;

import java.net.URI;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import org.mentorprep.ConfigurationRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class ToolUrlTests {

	@Test
	void buildsAbsoluteUrlOfDoor() {
		assertThat(new ToolUrl("https://mentors.example.org").at("/lti/launch"))
			.isEqualTo(URI.create("https://mentors.example.org/lti/launch"));
	}

	@Test
	void toleratesTrailingSlash() {
		assertThat(new ToolUrl("https://mentors.example.org/").at("/lti/launch"))
			.isEqualTo(URI.create("https://mentors.example.org/lti/launch"));
	}

	@Test
	@DisplayName("F18: a public URL with a path is refused, with the remedy")
	void refusesPath() {
		assertThatExceptionOfType(ConfigurationRefused.class)
			.isThrownBy(() -> new ToolUrl("https://www.example.org/mentors/"))
			.withMessageContaining("has a path (/mentors)");
	}

	@Test
	void refusesPlainHttpOffLoopback() {
		assertThatExceptionOfType(ConfigurationRefused.class)
			.isThrownBy(() -> new ToolUrl("http://mentors.example.org"))
			.withMessage("mentorprep.public-url 'http://mentors.example.org' uses plain http, which is accepted on "
					+ "loopback only (localhost, 127.0.0.1, [::1]); use https.");
	}

	@Test
	void refusesQuery() {
		assertThatExceptionOfType(ConfigurationRefused.class)
			.isThrownBy(() -> new ToolUrl("https://mentors.example.org/?a=b"))
			.withMessageContaining("holds a query");
	}

	@Test
	void refusesToBeUnset() {
		assertThatExceptionOfType(ConfigurationRefused.class).isThrownBy(() -> new ToolUrl(null))
			.withMessageContaining("mentorprep.public-url '' is not an absolute URL");
	}

	@Test
	void startWithRefusedUrlEndsWithSentenceOnConsoleAndNoStackTrace(CapturedOutput output) {
		SpringApplication application = new SpringApplicationBuilder(Bound.class).web(WebApplicationType.NONE)
			.properties("spring.config.location=optional:file:./no-such-folder/",
					"mentorprep.public-url=http://mentors.example.org")
			.build();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(application::run);
		assertThat(output).contains("- mentorprep.public-url 'http://mentors.example.org' uses plain http")
			.contains("Set mentorprep.public-url")
			.doesNotContain("\tat org.");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(ToolUrl.class)
	static class Bound {

	}

}
