package org.mentorprep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a booted test its own database and its own port, known before the start. */
public class BootedTool implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		int port = freePort();
		Map<String, String> properties = new HashMap<>(TestDatabase.fresh());
		properties.put("server.port", String.valueOf(port));
		properties.put("mentorprep.public-url", "http://localhost:" + port);
		TestPropertyValues.of(properties).applyTo(context);
		context.getBeanFactory().addBeanPostProcessor(new SqlCount());
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
