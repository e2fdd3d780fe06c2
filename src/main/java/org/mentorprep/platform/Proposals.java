package org.mentorprep.platform;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an LMS named of itself and no operator has accepted yet: sites and deployments.
 * Only a launch that passed every other check brings one, or the LMS as it registered,
 * and only to its own registration: of an issuer that many schools share, each has its
 * own list. Until it is accepted it has no effect at all.
 */
@Repository
public class Proposals {

	/** Of each kind for each registration; more would be no list that anybody reads. */
	private static final int MOST = 20;

	private final JdbcClient jdbc;

	private final Clock clock;

	public Proposals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What waits for an operator, of all platforms, the oldest first. */
	public List<Proposal> waiting() {
		return this.jdbc
			.sql("SELECT platform, kind, proposed, proposed_at FROM proposal ORDER BY proposed_at, proposed")
			.query(Proposal.class)
			.list();
	}

	/** The same of one platform. */
	public List<Proposal> waiting(PlatformId platform) {
		return waiting().stream().filter((proposal) -> proposal.platform().equals(platform)).toList();
	}

	/**
	 * Makes a proposal part of its registration.
	 * @return false if nobody proposed that, or somebody accepted it meanwhile
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean accept(PlatformId platform, Kind kind, String proposed) {
		if (!forget(platform, kind, proposed)) {
			return false;
		}
		String accept = switch (kind) {
			case SITE -> """
					UPDATE platform SET sites = TRIM(sites || ' ' || :proposed)
					WHERE id = :platform AND LENGTH(sites) < 7600""";
			case DEPLOYMENT -> """
					INSERT INTO deployment (platform, deployment_id)
					SELECT id, :proposed FROM platform WHERE id = :platform AND NOT EXISTS (
					    SELECT 1 FROM deployment d WHERE d.platform = :platform AND d.deployment_id = :proposed)""";
		};
		return this.jdbc.sql(accept).param("platform", platform).param("proposed", proposed).update() == 1;
	}

	/** What the operator types counts at once, and need not wait any more. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void settle(PlatformId platform, Set<String> sites, @Nullable String tokenAudience) {
		this.jdbc.sql("UPDATE platform SET sites = :sites, token_audience = :tokenAudience WHERE id = :id")
			.param("id", platform)
			.param("sites", inOneText(sites))
			.param("tokenAudience", tokenAudience)
			.update();
		sites.forEach((site) -> forget(platform, Kind.SITE, site));
	}

	/** Takes a proposal off the list; the next launch may bring it again. */
	public boolean forget(PlatformId platform, Kind kind, String proposed) {
		return this.jdbc
			.sql("DELETE FROM proposal WHERE platform = :platform AND kind = :kind AND proposed = :proposed")
			.param("platform", platform)
			.param("kind", kind)
			.param("proposed", proposed)
			.update() == 1;
	}

	/** The same for all of a platform. */
	void forget(PlatformId platform) {
		this.jdbc.sql("DELETE FROM proposal WHERE platform = :platform").param("platform", platform).update();
	}

	/** What the registration has already is no proposal: mostly, that is all. */
	void propose(Platform platform, Kind kind, Collection<String> named) {
		List<String> fresh = named.stream().filter((name) -> !kind.isPartOf(platform, name)).distinct().toList();
		if (fresh.isEmpty()) {
			return;
		}
		Set<String> known = this.jdbc.sql("SELECT proposed FROM proposal WHERE platform = :platform AND kind = :kind")
			.param("platform", platform.id())
			.param("kind", kind)
			.query(String.class)
			.set();
		fresh.stream()
			.filter((name) -> !known.contains(name))
			.limit(Math.max(0, MOST - known.size()))
			.forEach((name) -> insert(platform.id(), kind, name));
	}

	/** Sorted, so that the same sites are the same text. */
	static String inOneText(Set<String> sites) {
		return String.join(" ", new TreeSet<>(sites));
	}

	/** Of two launches at once one makes the proposal; it is the other's, too. */
	private void insert(PlatformId platform, Kind kind, String proposed) {
		try {
			this.jdbc.sql("""
					INSERT INTO proposal (platform, kind, proposed, proposed_at)
					VALUES (:platform, :kind, :proposed, :now)""")
				.param("platform", platform)
				.param("kind", kind)
				.param("proposed", proposed)
				.param("now", this.clock.instant())
				.update();
		}
		catch (DuplicateKeyException ex) {
			// As wanted.
		}
	}

	/** What can be proposed. */
	public enum Kind {

		/** An origin at which the LMS shows pages or offers services. */
		SITE,

		/** A deployment of the registration. */
		DEPLOYMENT;

		boolean isPartOf(Platform platform, String name) {
			return (this == SITE) ? PlatformEntry.problemOfSite(name) != null || platform.holds(URI.create(name))
					: platform.deploymentIds().contains(name);
		}

		/** Its name at the end of message keys. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * One proposal.
	 *
	 * @param proposed an origin, or a deployment id to the letter
	 */
	public record Proposal(PlatformId platform, Kind kind, String proposed, Instant proposedAt) {
	}

}
