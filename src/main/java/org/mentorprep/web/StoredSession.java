package org.mentorprep.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.session.MapSession;
import org.springframework.session.Session;

/**
 * A session as a request sees it: what its row held, and what this request changed of it.
 * Only the changes are written, so that two tabs at once don't undo each other.
 */
final class StoredSession implements Session {

	private final MapSession session;

	private Row row;

	private final Map<String, @Nullable Object> changes = new HashMap<>();

	/**
	 * What the database knows of a session.
	 *
	 * @param version counts the changes of its attributes; 0: it has no row yet
	 */
	record Row(UUID key, String id, int version, Instant lastAccess) {
	}

	/** A session that has no row yet. */
	StoredSession(Instant now, Duration timeout) {
		this.session = new MapSession();
		this.session.setCreationTime(now);
		this.session.setLastAccessedTime(now);
		this.session.setMaxInactiveInterval(timeout);
		this.row = new Row(UUID.randomUUID(), this.session.getId(), 0, now);
	}

	/** A session as its row has it. */
	StoredSession(Row row, Instant createdAt, Duration timeout, Map<String, Object> attributes) {
		this.session = new MapSession(row.id());
		this.session.setCreationTime(createdAt);
		this.session.setLastAccessedTime(row.lastAccess());
		this.session.setMaxInactiveInterval(timeout);
		attributes.forEach(this.session::setAttribute);
		this.row = row;
	}

	Row row() {
		return this.row;
	}

	/** What this request set, and what it removed: null. */
	Map<String, @Nullable Object> changes() {
		return this.changes;
	}

	boolean isChanged() {
		return !this.changes.isEmpty() || !getId().equals(this.row.id());
	}

	Map<String, Object> attributes() {
		Map<String, Object> attributes = new HashMap<>();
		getAttributeNames().forEach((name) -> attributes.put(name, getRequiredAttribute(name)));
		return attributes;
	}

	/** Its row is now as it is here. */
	void isSaved(int version) {
		this.row = new Row(this.row.key(), getId(), version, getLastAccessedTime());
		this.changes.clear();
	}

	@Override
	public String getId() {
		return this.session.getId();
	}

	@Override
	public String changeSessionId() {
		return this.session.changeSessionId();
	}

	@Override
	public <T> @Nullable T getAttribute(String name) {
		return this.session.getAttribute(name);
	}

	@Override
	public Set<String> getAttributeNames() {
		return this.session.getAttributeNames();
	}

	@Override
	public void setAttribute(String name, @Nullable Object attribute) {
		this.session.setAttribute(name, attribute);
		this.changes.put(name, attribute);
	}

	@Override
	public void removeAttribute(String name) {
		setAttribute(name, null);
	}

	@Override
	public Instant getCreationTime() {
		return this.session.getCreationTime();
	}

	@Override
	public void setLastAccessedTime(Instant lastAccessedTime) {
		this.session.setLastAccessedTime(lastAccessedTime);
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.session.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.session.setMaxInactiveInterval(interval);
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.session.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return this.session.isExpired();
	}

}
