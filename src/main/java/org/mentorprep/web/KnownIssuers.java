package org.mentorprep.web;

import java.time.Duration;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.stereotype.Component;

import org.mentorprep.platform.Platforms;

/**
 * Whose logins get the generous limit. Read all at once, every few seconds and beside the
 * requests: made-up issuers cost no SQL. It only sets the limit; the door decides itself.
 */
@Component
class KnownIssuers {

	private static final String ALL = "all";

	private final LoadingCache<String, Set<String>> issuers;

	KnownIssuers(Platforms platforms) {
		this.issuers = Caffeine.newBuilder()
			.refreshAfterWrite(Duration.ofSeconds(10))
			.build((all) -> platforms.issuers());
	}

	boolean contains(String issuer) {
		return this.issuers.get(ALL).contains(issuer);
	}

}
