package org.mentorprep.launch;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.util.StringUtils;

import org.mentorprep.launch.Learners.Learner;
import org.mentorprep.lti.message.LtiMessage.ResourceLinkRequest;
import org.mentorprep.lti.message.WireAddress;
import org.mentorprep.platform.PlatformId;

/** The links that were launched at least once, and who has which role in them. */
@Repository
public class Links {

	/** The columns that {@link #link} reads. */
	static final String COLUMNS = "l.id, l.platform, l.context, l.title, l.line_item, l.line_items, l.scopes,"
			+ " l.module, l.programme";

	/**
	 * That no later launch of the learner of {@code e} in the same course said another
	 * role: a role is one of the course (LTI 1.3 core, section 5.3.7).
	 */
	private static final String NOT_CHANGED_SINCE = """
			 NOT EXISTS (SELECT 1 FROM resource_link own
			    JOIN resource_link other ON other.context = own.context
			    JOIN enrolment later ON later.resource_link = other.id AND later.learner = e.learner
			    WHERE own.id = e.resource_link AND later.launched_at >= e.launched_at AND later.role <> e.role)
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Links(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** As its last launch described it; empty if it was never launched. */
	public Optional<Link> find(LinkId link) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM resource_link l WHERE l.id = :id")
			.param("id", link)
			.query(Links::link)
			.optional();
	}

	/** When somebody came in last, from any LMS; empty if nobody ever did. */
	public Optional<Instant> lastLaunch() {
		return this.jdbc.sql("SELECT MAX(launched_at) FROM enrolment HAVING COUNT(*) > 0")
			.query(Instant.class)
			.optional();
	}

	/**
	 * All links of the course that a link is in, itself among them; none without a
	 * course.
	 */
	public Set<LinkId> beside(LinkId link) {
		return this.jdbc.sql("""
				SELECT l.id FROM resource_link here JOIN resource_link l ON l.context = here.context
				WHERE here.id = :link""")
			.param("link", link)
			.query(UUID.class)
			.set()
			.stream()
			.map(LinkId::new)
			.collect(Collectors.toSet());
	}

	/** The links of a course, the one that was launched first at the beginning. */
	public List<Held> heldBy(ContextId course) {
		return this.jdbc.sql("""
				SELECT module, programme, MIN(created_at) AS since FROM resource_link WHERE context = :context
				GROUP BY module, programme ORDER BY since""").param("context", course).query(Held.class).list();
	}

	/**
	 * The title of the course that the link's course was copied from, empty if it has
	 * none; nothing if it is no copy of a course that is known here. Which course that is
	 * a custom parameter says, and whoever edits the activity may name any: its title is
	 * for people who are course staff there only.
	 */
	public Optional<String> copiedFrom(LinkId link, PersonId reader) {
		return this.jdbc.sql("""
				SELECT COALESCE(CASE WHEN EXISTS (
				    SELECT 1 FROM resource_link there
				    JOIN enrolment e ON e.resource_link = there.id AND e.role = :staff
				    JOIN learner n ON n.id = e.learner AND n.person = :reader
				    WHERE there.context = origin.id AND %s) THEN origin.title END, '')
				FROM resource_link l
				JOIN context copy ON copy.id = l.context
				JOIN context origin ON origin.id = copy.copied_from
				WHERE l.id = :id""".formatted(NOT_CHANGED_SINCE))
			.param("staff", CourseRole.STAFF)
			.param("reader", reader)
			.param("id", link)
			.query(String.class)
			.optional();
	}

	/**
	 * A learner of the same course as a link, found by their user id in the LMS or by
	 * ours; nobody else is found.
	 */
	public Optional<Learner> learnerBeside(LinkId link, String sub) {
		return learnerBeside("n.sub = :who", link, sub);
	}

	/** The same, by our own id. */
	public Optional<Learner> learnerBeside(LinkId link, LearnerId learner) {
		return learnerBeside("n.id = :who", link, learner);
	}

	private Optional<Learner> learnerBeside(String condition, LinkId link, Object who) {
		return this.jdbc.sql("""
				SELECT DISTINCT n.id, n.person, n.sub, n.name FROM resource_link here
				JOIN resource_link l ON l.id = here.id OR l.context = here.context
				JOIN enrolment e ON e.resource_link = l.id AND e.role = :role
				JOIN learner n ON n.id = e.learner AND n.platform = here.platform
				WHERE here.id = :link AND\s""" + condition)
			.param("role", CourseRole.LEARNER)
			.param("link", link)
			.param("who", who)
			.query(Learner.class)
			.optional();
	}

	/** What the LMS calls a link (LTI 1.3 core, section 5.3.5), for its services. */
	public Optional<String> resourceLinkId(LinkId link) {
		return this.jdbc.sql("SELECT resource_link_id FROM resource_link WHERE id = :id")
			.param("id", link)
			.query(String.class)
			.optional();
	}

	/** The enrolments of a person as a learner: where grades of theirs belong. */
	public List<Enrolment> learning(PersonId person) {
		return this.jdbc.sql("SELECT " + COLUMNS + """
				, n.id AS learner, n.sub
				FROM learner n
				JOIN enrolment e ON e.learner = n.id AND e.role = :role
				JOIN resource_link l ON l.id = e.resource_link
				WHERE n.person = :person
				ORDER BY l.created_at, l.id, n.id""")
			.param("role", CourseRole.LEARNER)
			.param("person", person)
			.query((row, number) -> new Enrolment(link(row, number),
					new LearnerId(row.getObject("learner", UUID.class)), person, row.getString("sub"),
					CourseRole.LEARNER))
			.list();
	}

	/**
	 * The role that a launch gave the learner in the link; empty if none did since, or if
	 * a later launch in the same course gave another.
	 */
	Optional<CourseRole> roleSince(Instant since, LinkId link, LearnerId learner) {
		return this.jdbc.sql("""
				SELECT e.role FROM enrolment e
				WHERE e.resource_link = :link AND e.learner = :learner AND e.launched_at >= :since
				AND""" + NOT_CHANGED_SINCE)
			.param("link", link)
			.param("learner", learner)
			.param("since", since)
			.query(CourseRole.class)
			.optional();
	}

	Optional<Link> find(PlatformId platform, String deploymentId, String resourceLinkId) {
		return this.jdbc.sql("SELECT " + COLUMNS + """
				 FROM resource_link l
				WHERE l.platform = :platform AND l.deployment_id = :deployment
				AND l.resource_link_id = :resourceLink""")
			.param("platform", platform)
			.param("deployment", deploymentId)
			.param("resourceLink", resourceLinkId)
			.query(Links::link)
			.optional();
	}

	Link create(PlatformId platform, @Nullable ContextId context, ResourceLinkRequest request) {
		Link link = Link.of(new LinkId(UUID.randomUUID()), platform, context, request);
		write("""
				INSERT INTO resource_link (id, platform, deployment_id, resource_link_id, context, title, line_item,
				line_items, scopes, module, programme, created_at)
				VALUES (:id, :platform, :deployment, :resourceLink, :context, :title, :lineItem, :lineItems, :scopes,
				:module, :programme, :now)""", link).param("platform", platform)
			.param("deployment", request.deploymentId())
			.param("resourceLink", request.resourceLink().id())
			.param("now", this.clock.instant())
			.update();
		return link;
	}

	void update(Link link) {
		write("""
				UPDATE resource_link SET context = :context, title = :title, line_item = :lineItem,
				line_items = :lineItems, scopes = :scopes, module = :module, programme = :programme
				WHERE id = :id""", link).update();
	}

	/** Sorted scopes, so that the same scopes are the same text. */
	private StatementSpec write(String sql, Link link) {
		return this.jdbc.sql(sql)
			.param("id", link.id())
			.param("context", link.context())
			.param("title", link.title())
			.param("lineItem", link.lineItem())
			.param("lineItems", link.lineItems())
			.param("scopes", String.join(" ", link.scopes().stream().sorted().toList()))
			.param("module", link.module())
			.param("programme", link.programme());
	}

	/** Safe as long as the caller holds the lock of the learner's person. */
	void enrol(Enrolment enrolment) {
		this.jdbc.sql("""
				MERGE INTO enrolment e
				USING (SELECT CAST(:link AS UUID) AS link, CAST(:learner AS UUID) AS learner,
				              CAST(:role AS VARCHAR(20)) AS role, CAST(:now AS TIMESTAMP WITH TIME ZONE) AS now) n
				ON (e.resource_link = n.link AND e.learner = n.learner)
				WHEN MATCHED THEN UPDATE SET role = n.role, launched_at = n.now
				WHEN NOT MATCHED THEN INSERT (resource_link, learner, role, launched_at)
				VALUES (n.link, n.learner, n.role, n.now)""")
			.param("link", enrolment.link().id())
			.param("learner", enrolment.learner())
			.param("role", enrolment.role())
			.param("now", this.clock.instant())
			.update();
	}

	static Link link(ResultSet row, int number) throws SQLException {
		UUID context = row.getObject("context", UUID.class);
		return new Link(new LinkId(row.getObject("id", UUID.class)),
				new PlatformId(row.getObject("platform", UUID.class)),
				(context != null) ? new ContextId(context) : null, row.getString("title"),
				WireAddress.named(row.getString("line_item")), WireAddress.named(row.getString("line_items")),
				Set.of(StringUtils.tokenizeToStringArray(row.getString("scopes"), " ")), row.getString("module"),
				row.getString("programme"));
	}

	/**
	 * What a course holds, by what its links name.
	 *
	 * @param since when the first such link was launched first
	 */
	public record Held(@Nullable String module, @Nullable String programme, Instant since) {
	}

}
