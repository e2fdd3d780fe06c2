package org.mentorprep.web;

import jakarta.validation.constraints.Positive;

import ch.qos.logback.classic.LoggerContext;
import org.apache.catalina.core.StandardHost;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** What surrounds the filters: Tomcat's own answers, and how fast the log may grow. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

	@Bean
	TomcatContextCustomizer barePage() {
		return (context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(BarePage.class.getName());
			}
		};
	}

	/** An encoded slash or backslash comes as far as the firewall, which has our page. */
	@Bean
	TomcatConnectorCustomizer encodedSlashes() {
		return (connector) -> {
			connector.setEncodedSolidusHandling("passthrough");
			connector.setEncodedReverseSolidusHandling("passthrough");
		};
	}

	@Bean(destroyMethod = "stop")
	LogLimit logLimit(LogProperties properties) {
		LogLimit limit = new LogLimit(properties.logLinesPerMinute());
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
			limit.start();
			loggers.addTurboFilter(limit);
		}
		return limit;
	}

	/**
	 * How fast the log may grow.
	 *
	 * @param logLinesPerMinute lines that one logger may write a minute
	 */
	@Validated
	@ConfigurationProperties("mentorprep.limits")
	record LogProperties(@Positive @DefaultValue("60") int logLinesPerMinute) {
	}

}
