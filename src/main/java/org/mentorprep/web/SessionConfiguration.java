package org.mentorprep.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** How sessions are kept in the database. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	/**
	 * Spring Session's own, but blind to the sessions of a platform that was switched
	 * off: they stop at once, on all nodes, for no statement more, and go on if it is
	 * switched on again. The name of a launched principal begins with its platform.
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
	 * meanwhile: the later one wins, or nothing is kept. Safe, for whoever saves a
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

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionStatements() {
		return (sessions) -> {
			sessions.setGetSessionQuery(FIND);
			sessions.setCreateSessionAttributeQuery(KEEP);
		};
	}

}
