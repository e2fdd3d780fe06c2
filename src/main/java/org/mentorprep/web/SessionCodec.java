package org.mentorprep.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.util.ClassUtils;

/**
 * Writes what a session holds, and reads it. What an earlier version of the tool wrote
 * and this one can't read is no session: it has ended, and a launch opens another. By
 * default every page of its user, and the launch too, would fail as long as the cookie
 * lives.
 */
final class SessionCodec {

	private static final Logger log = LoggerFactory.getLogger(SessionCodec.class);

	/** Only what we put there; all else that a row may hold is not even looked at. */
	private static final ObjectInputFilter OURS = ObjectInputFilter.Config
		.createFilter("maxdepth=30;maxbytes=1000000;org.mentorprep.launch.**;org.springframework.security.**;"
				+ "java.lang.*;java.time.*;java.util.*;!*");

	private SessionCodec() {
	}

	static byte[] write(Map<String, Object> attributes) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
		try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
			stream.writeObject(new HashMap<>(attributes));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	@SuppressWarnings("unchecked")
	static Optional<Map<String, Object>> read(byte[] bytes) {
		try (ObjectInputStream stream = new ConfigurableObjectInputStream(new ByteArrayInputStream(bytes),
				ClassUtils.getDefaultClassLoader())) {
			stream.setObjectInputFilter(OURS);
			return Optional.of((Map<String, Object>) stream.readObject());
		}
		catch (IOException | ClassNotFoundException | RuntimeException | LinkageError ex) {
			// Only the class: a message may hold what could not be read.
			log.warn("A session ends, as what it holds can't be read any more: {}", ex.getClass().getName());
			return Optional.empty();
		}
	}

}
