package org.mentorprep.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.session.autoconfigure.SessionTimeout;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Repository;

import org.mentorprep.RetryOnContention;
import org.mentorprep.web.StoredSession.Row;

/**
 * Sessions in the database, one row each, so that any node may answer. Spring Session's
 * own repository reads each session twice a request and needs a row an attribute; here a
 * request reads one row, and writes only what it changed.
 */
@Repository
class SessionRows implements SessionRepository<StoredSession> {

	/** When somebody was here last is exact to this much. */
	private static final Duration TOUCHED = Duration.ofMinutes(1);

	private static final int MOST_TRIES = 20;

	private static final String SELECT = """
			SELECT s.primary_id, s.session_id, s.version, s.created_at, s.last_access_at, s.attributes
			FROM web_session s LEFT JOIN platform p ON p.id = s.platform
			""";

	/** What this thread's request has looked for so far; absent outside of requests. */
	private final ThreadLocal<@Nullable Map<String, Optional<StoredSession>>> request = new ThreadLocal<>();

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Duration timeout;

	SessionRows(JdbcClient jdbc, Clock clock, SessionTimeout timeout) {
		this.jdbc = jdbc;
		this.clock = clock;
		Duration configured = timeout.getTimeout();
		this.timeout = (configured != null) ? configured : MapSession.DEFAULT_MAX_INACTIVE_INTERVAL;
	}

	/**
	 * From now on, until it is closed, a session is read once on this thread: Spring
	 * Session looks for it again whenever a response is committed.
	 */
	Request beginRequest() {
		this.request.set(new HashMap<>());
		return this.request::remove;
	}

	@Override
	public StoredSession createSession() {
		return new StoredSession(this.clock.instant(), this.timeout);
	}

	/**
	 * A session of a platform that is not enabled is not found: it stops at once, on all
	 * nodes, and goes on if the platform is enabled again.
	 */
	@Override
	public @Nullable StoredSession findById(String id) {
		Map<String, Optional<StoredSession>> known = this.request.get();
		return ((known != null) ? known.computeIfAbsent(id, this::read) : read(id)).orElse(null);
	}

	@Override
	public void deleteById(String id) {
		this.jdbc.sql("DELETE FROM web_session WHERE session_id = :id").param("id", id).update();
		remember(id, Optional.empty());
	}

	@Override
	@RetryOnContention
	public void save(StoredSession session) {
		if (session.row().version() == 0) {
			insert(session);
		}
		else if (session.isChanged()) {
			update(session);
		}
		else if (session.row().lastAccess().plus(TOUCHED).isBefore(session.getLastAccessedTime())) {
			touch(session);
		}
	}

	private Optional<StoredSession> read(String id) {
		return this.jdbc.sql(SELECT + """
				WHERE s.session_id = :id AND s.expires_at > :now AND (s.platform IS NULL OR p.enabled)""")
			.param("id", id)
			.param("now", this.clock.instant())
			.query(Stored.class)
			.optional()
			.flatMap(this::session);
	}

	private Optional<StoredSession> session(Stored stored) {
		Row row = new Row(stored.primaryId(), stored.sessionId(), stored.version(), stored.lastAccessAt());
		return SessionCodec.read(stored.attributes())
			.map((attributes) -> new StoredSession(row, stored.createdAt(), this.timeout, attributes));
	}

	private void insert(StoredSession session) {
		this.jdbc.sql("""
				INSERT INTO web_session (primary_id, session_id, platform, version, created_at, last_access_at,
				                         expires_at, attributes)
				VALUES (:key, :id, :platform, 1, :created, :access, :expires, :attributes)""")
			.param("key", session.row().key())
			.param("id", session.getId())
			.param("platform", platform(session.attributes()))
			.param("created", session.getCreationTime())
			.param("access", session.getLastAccessedTime())
			.param("expires", session.getLastAccessedTime().plus(this.timeout))
			.param("attributes", SessionCodec.write(session.attributes()))
			.update();
		session.isSaved(1);
		remember(session.getId(), Optional.of(session));
	}

	/**
	 * Another request may have changed it meanwhile: then what this one changed is put on
	 * top of that, and an id that the other one gave it stays. Or have ended it: then
	 * nothing is written.
	 */
	private void update(StoredSession session) {
		Map<String, Object> attributes = session.attributes();
		String id = session.getId();
		int version = session.row().version();
		for (int tries = 0; !isUpdated(session, id, version, attributes); tries++) {
			Stored now = this.jdbc.sql(SELECT + "WHERE s.primary_id = :key")
				.param("key", session.row().key())
				.query(Stored.class)
				.optional()
				.orElse(null);
			if (now == null) {
				return;
			}
			if (tries == MOST_TRIES) {
				throw new OptimisticLockingFailureException("A session changes all the time");
			}
			version = now.version();
			id = session.getId().equals(session.row().id()) ? now.sessionId() : session.getId();
			attributes = merged(SessionCodec.read(now.attributes()).orElseGet(Map::of), session.changes());
		}
		session.isSaved(version + 1);
		remember(session.getId(), Optional.of(session));
	}

	private boolean isUpdated(StoredSession session, String id, int version, Map<String, Object> attributes) {
		return this.jdbc.sql("""
				UPDATE web_session SET session_id = :id, platform = :platform, version = :next,
				       last_access_at = :access, expires_at = :expires, attributes = :attributes
				WHERE primary_id = :key AND version = :version""")
			.param("id", id)
			.param("platform", platform(attributes))
			.param("next", version + 1)
			.param("access", session.getLastAccessedTime())
			.param("expires", session.getLastAccessedTime().plus(this.timeout))
			.param("attributes", SessionCodec.write(attributes))
			.param("key", session.row().key())
			.param("version", version)
			.update() == 1;
	}

	private static Map<String, Object> merged(Map<String, Object> stored, Map<String, @Nullable Object> changes) {
		Map<String, Object> merged = new HashMap<>(stored);
		changes.forEach((name, attribute) -> {
			if (attribute != null) {
				merged.put(name, attribute);
			}
			else {
				merged.remove(name);
			}
		});
		return merged;
	}

	private void touch(StoredSession session) {
		this.jdbc.sql("UPDATE web_session SET last_access_at = :access, expires_at = :expires WHERE primary_id = :key")
			.param("access", session.getLastAccessedTime())
			.param("expires", session.getLastAccessedTime().plus(this.timeout))
			.param("key", session.row().key())
			.update();
		session.isSaved(session.row().version());
	}

	private void remember(String id, Optional<StoredSession> session) {
		Map<String, Optional<StoredSession>> known = this.request.get();
		if (known != null) {
			known.put(id, session);
		}
	}

	/** The name of a principal whom a launch signed in begins with its platform. */
	private static @Nullable UUID platform(Map<String, Object> attributes) {
		Object context = attributes.get(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		if (context instanceof SecurityContext signedIn && signedIn.getAuthentication() != null) {
			String[] name = signedIn.getAuthentication().getName().split("/", 2);
			return (name.length == 2) ? UUID.fromString(name[0]) : null;
		}
		return null;
	}

	/** Runs every few minutes, on one node. */
	@Bean
	static RecurringTask<Void> endedSessionsTask(SessionRows sessions) {
		return Tasks.recurring("web.task.ended-sessions", FixedDelay.ofMinutes(5))
			.execute((instance, context) -> sessions.sweep());
	}

	void sweep() {
		this.jdbc.sql("DELETE FROM web_session WHERE expires_at <= :now").param("now", this.clock.instant()).update();
	}

	/** For as long as a request lasts. */
	interface Request extends AutoCloseable {

		@Override
		void close();

	}

	private record Stored(UUID primaryId, String sessionId, int version, Instant createdAt, Instant lastAccessAt,
			byte[] attributes) {
	}

}
