package org.mentorprep.launch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to the course of a link, for its staff. */
@Component
public class Courses {

	private final JdbcClient jdbc;

	Courses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The links of the course that a link is in, itself among them. */
	public List<Link> links(LinkId link) {
		return this.jdbc.sql("SELECT " + Links.COLUMNS + """
				 FROM resource_link here
				JOIN resource_link l ON l.id = here.id OR l.context = here.context
				WHERE here.id = :link""").param("link", link.value()).query((row, number) -> Links.link(row)).list();
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
