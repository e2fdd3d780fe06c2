package org.mentorprep.passback;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.TypedJdbcClient;
import org.mentorprep.launch.CourseRole;
import org.mentorprep.launch.Enrolment;
import org.mentorprep.launch.LearnerId;
import org.mentorprep.launch.Link;
import org.mentorprep.launch.LinkId;
import org.mentorprep.launch.PersonId;
import org.mentorprep.lti.service.LineItemClient;
import org.mentorprep.lti.service.ResultClient;
import org.mentorprep.lti.service.ScoreClient;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.testing.TestDatabase;

/** The tables that passback needs, in a database of their own, and rows for them. */
class PassbackTables implements AutoCloseable {

	private static final OffsetDateTime THEN = OffsetDateTime.of(2026, 11, 24, 8, 0, 0, 0, ZoneOffset.UTC);

	private static final Set<String> SCOPES = Set.of(ScoreClient.SCOPE, ResultClient.SCOPE, LineItemClient.SCOPE);

	private final HikariDataSource dataSource = new HikariDataSource();

	private final JdbcClient jdbc = TypedJdbcClient.of(this.dataSource);

	PassbackTables() {
		Map<String, String> properties = TestDatabase.fresh();
		this.dataSource.setJdbcUrl(properties.get("spring.datasource.url"));
		this.dataSource.setUsername(properties.getOrDefault("spring.datasource.username", "sa"));
		this.dataSource.setPassword(properties.getOrDefault("spring.datasource.password", ""));
		this.dataSource.setMaximumPoolSize(8);
		Flyway.configure().dataSource(this.dataSource).load().migrate();
	}

	DataSource dataSource() {
		return this.dataSource;
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	/** Forgets all grades. */
	void empty() {
		for (String table : new String[] { "grade_delivery", "found_line_item", "circuit_breaker",
				"failing_line_item" }) {
			this.jdbc.sql("DELETE FROM " + table).update();
		}
	}

	PlatformId platform(String issuer, String clientId, String tokenEndpoint) {
		UUID id = UUID.randomUUID();
		insert("platform (id, name, issuer, client_id, authorization_endpoint, token_endpoint, jwks_uri, enabled, registered_at)",
				id, "LMS", issuer, clientId, issuer + "/auth", tokenEndpoint, issuer + "/jwks", true, THEN);
		return new PlatformId(id);
	}

	/**
	 * A new learner with the given sub, enrolled in a new link with the given line item.
	 */
	Enrolment learner(PlatformId platform, String sub, URI lineItem, String module) {
		UUID person = UUID.randomUUID();
		UUID learner = UUID.randomUUID();
		insert("person (id, created_at)", person, THEN);
		insert("learner (id, person, platform, sub, name, created_at)", learner, person, platform.value(), sub, null,
				THEN);
		return enrol(platform, new PersonId(person), new LearnerId(learner), sub, lineItem, module);
	}

	/** Enrols a known learner in one more link. */
	Enrolment enrol(PlatformId platform, PersonId person, LearnerId learner, String sub, URI lineItem, String module) {
		return enrol(platform, person, learner, sub, lineItem, null, module);
	}

	/** The same, in a link that perhaps names no line item but says where they are. */
	Enrolment enrol(PlatformId platform, PersonId person, LearnerId learner, String sub, URI lineItem, URI lineItems,
			String module) {
		UUID link = UUID.randomUUID();
		insert("resource_link (id, platform, deployment_id, resource_link_id, context, title, line_item, scopes, module, created_at, line_items)",
				link, platform.value(), "d", link.toString(), null, null,
				(lineItem != null) ? lineItem.toString() : null, String.join(" ", SCOPES), module, THEN,
				(lineItems != null) ? lineItems.toString() : null);
		insert("enrolment (resource_link, learner, role, launched_at)", link, learner.value(), "LEARNER", THEN);
		return new Enrolment(
				new Link(new LinkId(link), platform, null, null, lineItem, lineItems, SCOPES, module, null), learner,
				person, sub, CourseRole.LEARNER);
	}

	/** One column of the only row of a learner. */
	<T> T of(Enrolment enrolment, String column, Class<T> type) {
		return this.jdbc.sql("SELECT " + column + " FROM grade_delivery WHERE learner = ?")
			.param(enrolment.learner().value())
			.query(type)
			.optional()
			.orElse(null);
	}

	private void insert(String table, Object... columns) {
		String marks = "?, ".repeat(columns.length - 1) + "?";
		this.jdbc.sql("INSERT INTO " + table + " VALUES (" + marks + ")").params(columns).update();
	}

	@Override
	public void close() {
		this.dataSource.close();
	}

}
