package org.mentorprep.launch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
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

	/** What the LMS calls the links of the course; empty texts where it does not say. */
	public Map<LinkId, String> titles(LinkId link) {
		Map<LinkId, String> titles = new HashMap<>();
		this.jdbc.sql("""
				SELECT l.id, COALESCE(l.title, '') AS called FROM resource_link here
				JOIN resource_link l ON l.id = here.id OR l.context = here.context
				WHERE here.id = :link""").param("link", link).query((row) -> {
			titles.put(new LinkId(row.getObject("id", UUID.class)), row.getString("called"));
		});
		return titles;
	}

	/** Who those are who were learners in the course. */
	public Map<LearnerId, PersonId> people(LinkId link) {
		Map<LearnerId, PersonId> people = new HashMap<>();
		learners(link, "n.id, n.person", (row) -> people.put(new LearnerId(row.getObject("id", UUID.class)),
				new PersonId(row.getObject("person", UUID.class))));
		return people;
	}

	/**
	 * The names of those who were learners in the course; empty texts where the LMS gave
	 * none.
	 */
	public Map<LearnerId, String> names(LinkId link) {
		Map<LearnerId, String> names = new HashMap<>();
		learners(link, "n.id, COALESCE(n.name, '') AS called",
				(row) -> names.put(new LearnerId(row.getObject("id", UUID.class)), row.getString("called")));
		return names;
	}

	private void learners(LinkId link, String columns, RowCallbackHandler each) {
		this.jdbc.sql("SELECT " + columns + """
				 FROM resource_link here
				JOIN resource_link l ON l.id = here.id OR l.context = here.context
				JOIN enrolment e ON e.resource_link = l.id AND e.role = :role
				JOIN learner n ON n.id = e.learner
				WHERE here.id = :link""").param("role", CourseRole.LEARNER).param("link", link).query(each);
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
