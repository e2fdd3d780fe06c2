package org.mentorprep.launch;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import org.mentorprep.launch.Learners.Learner;
import org.mentorprep.platform.PlatformId;

/** The links that were launched at least once. */
@Component
public class Links {

	/** The columns of a link, read by {@link #link}. */
	static final String COLUMNS = "l.id, l.platform, l.context, l.title, l.line_item, l.line_items, l.scopes, l.module,"
			+ " l.programme";

	private final JdbcClient jdbc;

	Links(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** As its last launch told it; empty if it was never launched. */
	public Optional<Link> find(LinkId link) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM resource_link l WHERE l.id = :id")
			.param("id", link.value())
			.query((row, number) -> link(row))
			.optional();
	}

	/** When somebody came in last, from any LMS; empty if nobody ever did. */
	public Optional<Instant> lastLaunch() {
		return this.jdbc.sql("SELECT MAX(launched_at) AS last_launch FROM enrolment HAVING COUNT(*) > 0")
			.query((row, number) -> row.getObject("last_launch", OffsetDateTime.class).toInstant())
			.optional();
	}

	/**
	 * All links of the course that a link is in, itself among them; none without a
	 * course.
	 */
	public Set<LinkId> beside(LinkId link) {
		return this.jdbc.sql("""
				SELECT l.id FROM resource_link here JOIN resource_link l ON l.context = here.context
				WHERE here.id = ?""")
			.param(link.value())
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
				GROUP BY module, programme ORDER BY since""")
			.param("context", course.value())
			.query((row, number) -> new Held(row.getString("module"), row.getString("programme"),
					row.getObject("since", OffsetDateTime.class).toInstant()))
			.list();
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
				    WHERE there.context = origin.id) THEN origin.title END, '')
				FROM resource_link l
				JOIN context copy ON copy.id = l.context
				JOIN context origin ON origin.id = copy.copied_from
				WHERE l.id = :id""")
			.param("staff", CourseRole.STAFF.name())
			.param("reader", reader.value())
			.param("id", link.value())
			.query(String.class)
			.optional();
	}

	/**
	 * A learner of the same course as a link, found by their user id in the LMS or by
	 * ours; nobody else is found.
	 */
	public Optional<Learner> learnerBeside(LinkId link, String sub) {
		return beside("n.sub = :who", link, sub);
	}

	/** The same, by our own id. */
	public Optional<Learner> learnerBeside(LinkId link, LearnerId learner) {
		return beside("n.id = :who", link, learner.value());
	}

	private Optional<Learner> beside(String who, LinkId link, Object value) {
		return this.jdbc.sql("""
				SELECT DISTINCT n.id, n.person, n.sub, n.name FROM resource_link here
				JOIN resource_link l ON l.id = here.id OR l.context = here.context
				JOIN enrolment e ON e.resource_link = l.id AND e.role = :role
				JOIN learner n ON n.id = e.learner AND n.platform = here.platform
				WHERE here.id = :link AND\s""" + who)
			.param("role", CourseRole.LEARNER.name())
			.param("link", link.value())
			.param("who", value)
			.query((row, number) -> Learners.learner(row))
			.optional();
	}

	/** What the LMS calls a link (LTI 1.3 core, section 5.3.5), for its services. */
	public Optional<String> resourceLinkId(LinkId link) {
		return this.jdbc.sql("SELECT resource_link_id FROM resource_link WHERE id = ?")
			.param(link.value())
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
			.param("role", CourseRole.LEARNER.name())
			.param("person", person.value())
			.query((row, number) -> new Enrolment(link(row), new LearnerId(row.getObject("learner", UUID.class)),
					person, row.getString("sub"), CourseRole.LEARNER))
			.list();
	}

	/** The role that a launch gave the learner in the link; empty if none did since. */
	public Optional<CourseRole> roleSince(Instant since, LinkId link, LearnerId learner) {
		return this.jdbc.sql("""
				SELECT role FROM enrolment
				WHERE resource_link = :link AND learner = :learner AND launched_at >= :since""")
			.param("link", link.value())
			.param("learner", learner.value())
			.param("since", since.atOffset(ZoneOffset.UTC))
			.query(String.class)
			.optional()
			.map(CourseRole::valueOf);
	}

	static Link link(ResultSet row) throws SQLException {
		UUID context = row.getObject("context", UUID.class);
		return new Link(new LinkId(row.getObject("id", UUID.class)),
				new PlatformId(row.getObject("platform", UUID.class)),
				(context != null) ? new ContextId(context) : null, row.getString("title"),
				address(row.getString("line_item")), address(row.getString("line_items")),
				scopes(row.getString("scopes")), row.getString("module"), row.getString("programme"));
	}

	private static @Nullable URI address(@Nullable String text) {
		return (text != null) ? URI.create(text) : null;
	}

	private static Set<String> scopes(@Nullable String scopes) {
		return Set.of(StringUtils.tokenizeToStringArray(scopes, " "));
	}

	/**
	 * What a course holds, by what its links name.
	 *
	 * @param since when the first such link was launched first
	 */
	public record Held(@Nullable String module, @Nullable String programme, Instant since) {
	}

}
