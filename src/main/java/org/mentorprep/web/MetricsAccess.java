package org.mentorprep.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/**
 * Decides who may read the metrics: nobody, unless the operator opened a door. Either
 * whoever reaches the management port, or whoever knows the token.
 */
@Component
class MetricsAccess {

	static final String PATH = "/actuator/prometheus";

	private final MetricsProperties properties;

	private final Environment environment;

	MetricsAccess(MetricsProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	AuthorizationDecision decide(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		HttpServletRequest request = context.getRequest();
		return new AuthorizationDecision(isAtManagementPort(request) || bearsToken(request));
	}

	/** Where the request arrived, which no header can change. */
	private boolean isAtManagementPort(HttpServletRequest request) {
		String management = this.environment.getProperty("local.management.port", "");
		return management.equals(String.valueOf(request.getLocalPort()))
				&& !management.equals(this.environment.getProperty("local.server.port"));
	}

	private boolean bearsToken(HttpServletRequest request) {
		String token = this.properties.token();
		if (token == null) {
			return false;
		}
		String sent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
		return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8),
				("Bearer " + token).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The door to the metrics.
	 *
	 * @param token that whoever collects metrics sends as bearer; without one it opens
	 * nothing
	 */
	@Validated
	@ConfigurationProperties("mentorprep.metrics")
	record MetricsProperties(@Size(min = MetricsProperties.SHORTEST,
			message = "has fewer than {min} characters") @Nullable String token) {

		static final int SHORTEST = 24;

		MetricsProperties {
			token = (token != null && !token.isBlank()) ? token : null;
		}

		/** Without the token: properties end up in logs. */
		@Override
		public String toString() {
			return "metrics";
		}

	}

}
