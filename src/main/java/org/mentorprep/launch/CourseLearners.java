package org.mentorprep.launch;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who and what belongs to the course of a link, for its staff. */
@Component
public class CourseLearners {

	private final JdbcClient jdbc;

	CourseLearners(JdbcClient jdbc) {
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

}
