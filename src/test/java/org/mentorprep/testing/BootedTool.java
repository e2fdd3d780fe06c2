package org.mentorprep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

import practicelms.PracticeLms;

/**
 * Gives a booted test its own database, its own port, known before the start, and a
 * practice LMS that it is registered with, as a bean.
 */
public class BootedTool implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		int port = freePort();
		String url = "http://localhost:" + port;
		PracticeLms lms = PracticeLms.start(0, URI.create(url));
		Map<String, String> properties = new HashMap<>(TestDatabase.fresh());
		properties.put("server.port", String.valueOf(port));
		properties.put("mentorprep.public-url", url);
		properties.put("mentorprep.platforms-file", platformsFile(lms).toString());
		// Kept as it is, for hashing it takes time at every sign-in.
		properties.put("mentorprep.operator.password", "{noop}" + Operator.PASSWORD);
		properties.put("mentorprep.registration.allowed-hosts", "127.0.0.1");
		properties.put("mentorprep.registration.time-limit", "4s");
		// A grade that was turned away is tried again soon: no test waits long.
		properties.put("mentorprep.passback.backoff", "500ms");
		properties.put("mentorprep.passback.poll-interval", "200ms");
		// All tests knock from one address, and faster than people do.
		properties.put("mentorprep.limits.launches-per-second", "100000");
		properties.put("mentorprep.limits.unknown-per-minute", "1000000");
		properties.put("mentorprep.limits.registrations-per-minute", "1000000");
		properties.put("mentorprep.limits.sign-ins-per-minute", "1000000");
		properties.put("mentorprep.metrics.token", Operator.METRICS_TOKEN);
		properties.put("management.prometheus.metrics.export.enabled", "true");
		properties.put("mentorprep.limits.log-lines-per-minute", "1000000");
		TestPropertyValues.of(properties).applyTo(context);
		context.getBeanFactory().addBeanPostProcessor(new SqlCount());
		context.getBeanFactory().registerSingleton("practiceLms", lms);
		context.addApplicationListener((event) -> {
			if (event instanceof ContextClosedEvent) {
				lms.close();
			}
		});
	}

	/** The platforms file of an LMS, in a temporary place. */
	public static Path platformsFile(PracticeLms lms) {
		try {
			return lms.writePlatformsFile(Files.createTempDirectory("mentorprep").resolve("platforms.yaml"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A port that was free a moment ago. */
	public static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
