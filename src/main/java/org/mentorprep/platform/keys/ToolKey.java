package org.mentorprep.platform.keys;

import java.time.Instant;

import com.nimbusds.jose.jwk.RSAKey;

/**
 * One key of ours.
 *
 * @param generation counts up; unique, so that two nodes never make two keys at once
 * @param key with its private part
 * @param signsFrom from when on it signs, unless a younger one does
 */
record ToolKey(int generation, RSAKey key, Instant createdAt, Instant signsFrom) {

	String kid() {
		return this.key.getKeyID();
	}

	boolean isWaiting(Instant now) {
		return this.signsFrom.isAfter(now);
	}

	/** Without the key: records end up in logs. */
	@Override
	public String toString() {
		return "key " + this.generation;
	}

}
