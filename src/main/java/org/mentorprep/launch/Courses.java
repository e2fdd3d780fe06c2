package org.mentorprep.launch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.mentorprep.lti.message.LtiMessage.CourseContext;
import org.mentorprep.lti.message.LtiMessage.ResourceLinkRequest;
import org.mentorprep.platform.PlatformId;

/** The courses that launches came from, and who and what belongs to them. */
@Repository
public class Courses {

	private final JdbcClient jdbc;

	private final Clock clock;

	Courses(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The links of the course that a link is in, itself among them. */
	public List<Link> links(LinkId link) {
		return this.jdbc.sql("SELECT " + Links.COLUMNS + """
				 FROM resource_link here
				JOIN resource_link l ON l.id = here.id OR l.context = here.context
				WHERE here.id = :link""").param("link", link).query(Links::link).list();
	}

	/** The role that the last launch in a course gave; empty if none did since then. */
	public Optional<CourseRole> lastRoleSince(Instant since, ContextId course, LearnerId learner) {
		return this.jdbc.sql("""
				SELECT e.role FROM enrolment e JOIN resource_link l ON l.id = e.resource_link
				WHERE l.context = :context AND e.learner = :learner AND e.launched_at >= :since
				ORDER BY e.launched_at DESC FETCH FIRST 1 ROW ONLY""")
			.param("context", course)
			.param("learner", learner)
			.param("since", since)
			.query(CourseRole.class)
			.optional();
	}

	Optional<ContextId> find(PlatformId platform, String deploymentId, String contextId) {
		return this.jdbc.sql("""
				SELECT id FROM context
				WHERE platform = :platform AND deployment_id = :deployment AND context_id = :context""")
			.param("platform", platform)
			.param("deployment", deploymentId)
			.param("context", contextId)
			.query(UUID.class)
			.optional()
			.map(ContextId::new);
	}

	ContextId create(PlatformId platform, String deploymentId, CourseContext context) {
		ContextId id = new ContextId(UUID.randomUUID());
		this.jdbc.sql("""
				INSERT INTO context (id, platform, deployment_id, context_id, title, created_at)
				VALUES (:id, :platform, :deployment, :context, :title, :now)""")
			.param("id", id)
			.param("platform", platform)
			.param("deployment", deploymentId)
			.param("context", context.id())
			.param("title", context.title())
			.param("now", this.clock.instant())
			.update();
		return id;
	}

	/**
	 * Notes which course this one was copied from: the latest of its history that is
	 * known here. What was noted once stays.
	 */
	void noteCopy(ContextId context, PlatformId platform, ResourceLinkRequest request) {
		CourseHistory.of(request.custom().get("ctx_history"))
			.latestFirst()
			.stream()
			.flatMap((earlier) -> find(platform, request.deploymentId(), earlier).stream())
			.filter((earlier) -> !earlier.equals(context))
			.findFirst()
			.ifPresent((earlier) -> this.jdbc
				.sql("UPDATE context SET copied_from = :earlier WHERE id = :id AND copied_from IS NULL")
				.param("earlier", earlier)
				.param("id", context)
				.update());
	}

	/**
	 * The courses that a course was copied from, as {@code $Context.id.history} lists
	 * them (LTI 1.3 core, appendix D.2): URL-encoded ids, the latest first.
	 */
	record CourseHistory(List<String> latestFirst) {

		/** Each is looked up in the database, so no more than this many are. */
		private static final int MOST = 10;

		/** A value this long may have lost its end, and half an id may be another's. */
		private static final int LONGEST = 255;

		static CourseHistory of(@Nullable String custom) {
			if (custom == null) {
				return new CourseHistory(List.of());
			}
			List<String> ids = Stream.of(custom.split(",")).map(String::strip).toList();
			int whole = (custom.length() < LONGEST) ? ids.size() : ids.size() - 1;
			return new CourseHistory(ids.stream()
				.limit(whole)
				.flatMap((id) -> decoded(id).stream())
				.filter((id) -> !id.isEmpty() && id.indexOf('\0') < 0)
				.limit(MOST)
				.toList());
		}

		private static List<String> decoded(String id) {
			try {
				return List.of(URLDecoder.decode(id, StandardCharsets.UTF_8));
			}
			catch (IllegalArgumentException ex) {
				return List.of();
			}
		}

	}

}
