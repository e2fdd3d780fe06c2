package org.mentorprep.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.mentorprep.testing.IntegrationTest;
import org.mentorprep.testing.SqlCount;

import static org.assertj.core.api.Assertions.assertThat;

/** One row a session, whatever two requests do to it at once. */
@IntegrationTest
@Tag("sql")
class SessionRowsIntegrationTests {

	@Autowired
	private SessionRows sessions;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void twoRequestsThatChangeDifferentAttributesKeepBoth() {
		String id = saved("first", "1").getId();
		StoredSession one = this.sessions.findById(id);
		StoredSession other = this.sessions.findById(id);
		one.setAttribute("one", "of the one");
		other.setAttribute("other", "of the other");
		other.removeAttribute("first");
		this.sessions.save(one);
		this.sessions.save(other);
		assertThat(this.sessions.findById(id).attributes()).containsOnlyKeys("one", "other");
	}

	@Test
	void changedIdKeepsWhatAnotherRequestAdds() {
		StoredSession one = saved("first", "1");
		StoredSession other = this.sessions.findById(one.getId());
		String before = one.getId();
		String after = one.changeSessionId();
		this.sessions.save(one);
		other.setAttribute("other", "2");
		this.sessions.save(other);
		assertThat(this.sessions.findById(before)).isNull();
		assertThat(this.sessions.findById(after).attributes()).containsOnlyKeys("first", "other");
	}

	@Test
	void sessionThatEndedMeanwhileIsNotBornAgain() {
		StoredSession session = saved("first", "1");
		this.sessions.deleteById(session.getId());
		session.setAttribute("second", "2");
		this.sessions.save(session);
		assertThat(this.sessions.findById(session.getId())).isNull();
	}

	@Test
	void requestReadsASessionOnceAndWritesNothingIfNothingChanged() {
		String id = saved("first", "1").getId();
		List<String> statements = SqlCount.during(() -> {
			try (SessionRows.Request unused = this.sessions.beginRequest()) {
				StoredSession session = this.sessions.findById(id);
				session.setLastAccessedTime(session.getLastAccessedTime().plusSeconds(59));
				this.sessions.save(session);
				this.sessions.findById(id);
			}
		});
		assertThat(statements).hasSize(1);
	}

	@Test
	void lastAccessIsWrittenAfterAMinute() {
		StoredSession session = saved("first", "1");
		Instant later = session.getLastAccessedTime().plus(Duration.ofSeconds(61)).truncatedTo(ChronoUnit.MICROS);
		session.setLastAccessedTime(later);
		this.sessions.save(session);
		assertThat(this.sessions.findById(session.getId()).getLastAccessedTime()).isEqualTo(later);
	}

	@Test
	void endedSessionIsNotFoundAndIsSweptAway() {
		StoredSession session = saved("first", "1");
		this.jdbc.sql("UPDATE web_session SET expires_at = CURRENT_TIMESTAMP WHERE session_id = :id")
			.param("id", session.getId())
			.update();
		assertThat(this.sessions.findById(session.getId())).isNull();
		this.sessions.sweep();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM web_session WHERE session_id = :id")
			.param("id", session.getId())
			.query(Integer.class)
			.single()).isZero();
	}

	private StoredSession saved(String name, String attribute) {
		StoredSession session = this.sessions.createSession();
		session.setAttribute(name, attribute);
		this.sessions.save(session);
		return session;
	}

}
