package org.mentorprep.launch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who and what belongs to the course of a link, for its staff. */
@Component
public class Courses {

	private final JdbcClient jdbc;

	Courses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the LMS calls the links of the course; empty texts where it does not say. */
	public Map<LinkId, String> titles(LinkId link) {
		Map<LinkId, String> titles = new HashMap<>();
		this.jdbc.sql("""
				SELECT l.id, COALESCE(l.title, '') AS called FROM resource_link here
				JOIN resource_link l ON l.id = here.id OR l.context = here.context
				WHERE here.id = ?""").param(link.value()).query((row) -> {
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
				JOIN enrolment e ON e.resource_link = l.id AND e.role = ?
				JOIN learner n ON n.id = e.learner
				WHERE here.id = ?""").params(CourseRole.LEARNER.name(), link.value()).query(each);
	}

	/**
	 * The courses that a course was copied from, as {@code $Context.id.history} lists
	 * them (LTI 1.3 core, appendix D.2): URL-encoded ids, the latest first.
	 */
	record CourseHistory(List<String> latestFirst) {

		/** Further back nobody remembers; and each is a question to the database. */
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
