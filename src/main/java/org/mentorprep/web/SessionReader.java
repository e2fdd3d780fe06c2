package org.mentorprep.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.util.ClassUtils;

/**
 * Reads what a session holds. What an earlier version of the tool wrote and this one
 * can't read is absent: that session has ended, and a launch opens another. By default
 * every page of its user, and the launch too, would break for as long as the cookie
 * lives.
 */
class SessionReader implements GenericConverter {

	private static final Logger log = LoggerFactory.getLogger(SessionReader.class);

	/** Only what we put there; all else that a row may hold is not even looked at. */
	private static final ObjectInputFilter OURS = ObjectInputFilter.Config
		.createFilter("maxdepth=30;maxbytes=1000000;org.mentorprep.launch.**;org.springframework.security.**;"
				+ "java.lang.*;java.time.*;java.util.*;!*");

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return Set.of(new ConvertiblePair(byte[].class, Object.class));
	}

	@Override
	public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
		return (source instanceof byte[] bytes) ? read(bytes) : null;
	}

	static @Nullable Object read(byte[] bytes) {
		try (ObjectInputStream stream = new ConfigurableObjectInputStream(new ByteArrayInputStream(bytes),
				ClassUtils.getDefaultClassLoader())) {
			stream.setObjectInputFilter(OURS);
			return stream.readObject();
		}
		catch (IOException | ClassNotFoundException | RuntimeException | LinkageError ex) {
			// Only the class: a message may hold what could not be read.
			log.warn("A session ends, as what it holds can't be read any more: {}", ex.getClass().getName());
			return null;
		}
	}

}
