package org.mentorprep.launch;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.mentorprep.launch.Courses.CourseHistory;
import org.mentorprep.lti.message.LtiMessage.CourseContext;
import org.mentorprep.platform.PlatformId;

/** Writes courses, links and who is what in them. */
@Component
class LinkRepository {

	private final JdbcClient jdbc;

	private final Clock clock;

	LinkRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<ContextId> findContext(PlatformId platform, String deploymentId, String contextId) {
		return this.jdbc.sql("""
				SELECT id FROM context
				WHERE platform = :platform AND deployment_id = :deployment AND context_id = :context""")
			.param("platform", platform.value())
			.param("deployment", deploymentId)
			.param("context", contextId)
			.query(UUID.class)
			.optional()
			.map(ContextId::new);
	}

	ContextId giveContext(PlatformId platform, String deploymentId, CourseContext context) {
		ContextId id = new ContextId(UUID.randomUUID());
		this.jdbc.sql("""
				INSERT INTO context (id, platform, deployment_id, context_id, title, created_at)
				VALUES (:id, :platform, :deployment, :context, :title, :now)""")
			.param("id", id.value())
			.param("platform", platform.value())
			.param("deployment", deploymentId)
			.param("context", context.id())
			.param("title", context.title())
			.param("now", now())
			.update();
		return id;
	}

	/**
	 * Notes which course this one was copied from: the latest of its history that is
	 * known here. What was noted once stays.
	 */
	void noteCopy(ContextId context, PlatformId platform, String deploymentId, CourseHistory history) {
		history.latestFirst()
			.stream()
			.flatMap((earlier) -> findContext(platform, deploymentId, earlier).stream())
			.filter((earlier) -> !earlier.equals(context))
			.findFirst()
			.ifPresent((earlier) -> this.jdbc
				.sql("UPDATE context SET copied_from = :earlier WHERE id = :id AND copied_from IS NULL")
				.param("earlier", earlier.value())
				.param("id", context.value())
				.update());
	}

	Optional<Link> findLink(PlatformId platform, String deploymentId, String resourceLinkId) {
		return this.jdbc.sql("SELECT " + Links.COLUMNS + """
				 FROM resource_link l
				WHERE l.platform = :platform AND l.deployment_id = :deployment
				AND l.resource_link_id = :resourceLink""")
			.param("platform", platform.value())
			.param("deployment", deploymentId)
			.param("resourceLink", resourceLinkId)
			.query((row, number) -> Links.link(row))
			.optional();
	}

	void giveLink(Link link, String deploymentId, String resourceLinkId) {
		this.jdbc
			.sql("""
					INSERT INTO resource_link (id, platform, deployment_id, resource_link_id, context, title, line_item,
					line_items, scopes, module, programme, created_at)
					VALUES (:id, :platform, :deployment, :resourceLink, :context, :title, :lineItem, :lineItems, :scopes, :module,
					:programme, :now)""")
			.param("id", link.id().value())
			.param("platform", link.platform().value())
			.param("deployment", deploymentId)
			.param("resourceLink", resourceLinkId)
			.param("context", value(link.context()))
			.param("title", link.title())
			.param("lineItem", text(link.lineItem()))
			.param("lineItems", text(link.lineItems()))
			.param("scopes", scopes(link))
			.param("module", link.module())
			.param("programme", link.programme())
			.param("now", now())
			.update();
	}

	void update(Link link) {
		this.jdbc
			.sql("""
					UPDATE resource_link
					SET context = :context, title = :title, line_item = :lineItem, line_items = :lineItems, scopes = :scopes, module = :module,
					programme = :programme
					WHERE id = :id""")
			.param("context", value(link.context()))
			.param("title", link.title())
			.param("lineItem", text(link.lineItem()))
			.param("lineItems", text(link.lineItems()))
			.param("scopes", scopes(link))
			.param("module", link.module())
			.param("programme", link.programme())
			.param("id", link.id().value())
			.update();
	}

	/** Safe as long as the caller holds the lock of the learner's person. */
	void enrol(Enrolment enrolment) {
		String update = """
				UPDATE enrolment SET role = :role, launched_at = :now
				WHERE resource_link = :link AND learner = :learner""";
		String insert = """
				INSERT INTO enrolment (resource_link, learner, role, launched_at)
				VALUES (:link, :learner, :role, :now)""";
		if (write(update, enrolment) == 0) {
			write(insert, enrolment);
		}
	}

	private int write(String sql, Enrolment enrolment) {
		return this.jdbc.sql(sql)
			.param("role", enrolment.role().name())
			.param("now", now())
			.param("link", enrolment.link().id().value())
			.param("learner", enrolment.learner().value())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static @Nullable UUID value(@Nullable ContextId context) {
		return (context != null) ? context.value() : null;
	}

	private static @Nullable String text(@Nullable URI url) {
		return (url != null) ? url.toString() : null;
	}

	/** Sorted, so that the same scopes are the same text. */
	private static String scopes(Link link) {
		return String.join(" ", link.scopes().stream().sorted().toList());
	}

}
