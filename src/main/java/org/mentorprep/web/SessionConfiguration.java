package org.mentorprep.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

import org.mentorprep.RetryOnContention;

/** How sessions are written to the database and read from it. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	/**
	 * Spring Session's own, but does not find the sessions of a platform that is not
	 * enabled: they stop at once, on all nodes, and go on if it is enabled again. The
	 * name of a launched principal begins with its platform. Deleting the sessions
	 * instead would miss that of a launch which is just being finished.
	 */
	private static final String FIND = """
			SELECT s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
			       a.attribute_name, a.attribute_bytes
			FROM spring_session s LEFT JOIN spring_session_attributes a ON a.session_primary_id = s.primary_id
			WHERE s.session_id = ? AND NOT EXISTS (
			    SELECT 1 FROM platform p
			    WHERE p.enabled = FALSE AND CAST(p.id AS VARCHAR(36)) = SUBSTRING(s.principal_name FROM 1 FOR 36))""";

	/**
	 * Two requests may give a session the same attribute, and a third may end it
	 * meanwhile: the later one wins, or nothing is written. Safe, because whoever saves a
	 * session locks its row first.
	 */
	private static final String KEEP = """
			MERGE INTO spring_session_attributes a
			USING (SELECT s.primary_id, g.attribute_name, g.attribute_bytes
			       FROM (SELECT CAST(? AS CHAR(36)) AS session_primary_id, CAST(? AS VARCHAR(200)) AS attribute_name,
			                    CAST(? AS BYTEA) AS attribute_bytes) g
			       JOIN spring_session s ON s.primary_id = g.session_primary_id) n
			ON (a.session_primary_id = n.primary_id AND a.attribute_name = n.attribute_name)
			WHEN MATCHED THEN UPDATE SET attribute_bytes = n.attribute_bytes
			WHEN NOT MATCHED THEN INSERT (session_primary_id, attribute_name, attribute_bytes)
			VALUES (n.primary_id, n.attribute_name, n.attribute_bytes)""";

	/** Spring Session looks for it by this name. */
	@Bean
	GenericConversionService springSessionConversionService() {
		GenericConversionService conversion = new GenericConversionService();
		conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
		conversion.addConverter(new SessionReader());
		return conversion;
	}

	/**
	 * Each statement of Spring Session runs in a transaction of its own. Two tabs that
	 * write one session may have to wait for each other longer than H2 does.
	 */
	@Bean(defaultCandidate = false)
	TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
		RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
			.includes(ConcurrencyFailureException.class, QueryTimeoutException.class)
			.maxRetries(RetryOnContention.MOST)
			.delay(Duration.ofMillis(RetryOnContention.DELAY))
			.multiplier(2)
			.build());
		TransactionTemplate own = new TransactionTemplate(transactions);
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return new TransactionOperations() {
			@Override
			public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
				return retry.invoke(() -> own.execute(action));
			}
		};
	}

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionStatements() {
		return (sessions) -> {
			sessions.setGetSessionQuery(FIND);
			sessions.setCreateSessionAttributeQuery(KEEP);
		};
	}

	/**
	 * Reads what a session holds. What an earlier version of the tool wrote and this one
	 * can't read is absent: that session has ended, and a launch opens another. By
	 * default every page of its user, and the launch too, would fail as long as the
	 * cookie lives.
	 */
	static class SessionReader implements GenericConverter {

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

}
