package org.mentorprep.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.stereotype.Component;

import org.mentorprep.platform.ToolUrl;

/**
 * Warns at the start if all requests will seem to come from one address, that of a proxy:
 * then everybody shares one limit, and one client can block the rest.
 */
@Component
@ConditionalOnBooleanProperty(name = "mentorprep.limits.enabled", matchIfMissing = true)
class ProxyAdvice implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(ProxyAdvice.class);

	private final ToolUrl toolUrl;

	private final ServerProperties server;

	ProxyAdvice(ToolUrl toolUrl, ServerProperties server) {
		this.toolUrl = toolUrl;
		this.server = server;
	}

	/** Who ends TLS, if the tool does not? */
	@Override
	public void run(ApplicationArguments arguments) {
		boolean behindProxy = "https".equalsIgnoreCase(this.toolUrl.base().getScheme()) && this.server.getSsl() == null;
		ForwardHeadersStrategy strategy = this.server.getForwardHeadersStrategy();
		if (behindProxy && (strategy == null || strategy == ForwardHeadersStrategy.NONE)) {
			log.warn("The limits of mentorprep.limits.* take all people for one, for they come through a proxy and "
					+ "server.forward-headers-strategy is not set: see 'Behind a proxy' in docs/operating.md");
		}
	}

}
