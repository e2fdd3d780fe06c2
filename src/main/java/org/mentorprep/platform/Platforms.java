package org.mentorprep.platform;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

import org.mentorprep.RetryOnContention;
import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;

/**
 * All registered LMSs, enabled or not: finds them, adds them, changes their state. Reads
 * the database each time, so that a platform disabled on one node is disabled on all.
 */
@Repository
public class Platforms {

	private static final String SELECT = """
			SELECT p.id, p.name, p.issuer, p.client_id, p.authorization_endpoint, p.token_endpoint, p.jwks_uri,
			       p.token_audience, p.sites, p.roles, p.enabled, p.pending, p.origin, p.registered_at, p.last_launch_at,
			       d.deployment_id
			FROM platform p LEFT JOIN deployment d ON d.platform = p.id
			""";

	private static final String ORDER = " ORDER BY p.issuer, p.client_id, d.deployment_id";

	/** The time of the last launch is written at most once in this time. */
	private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Proposals proposals;

	private final Ledger ledger;

	private final Clock clock;

	private final Map<PlatformId, Instant> lastWrites = new ConcurrentHashMap<>();

	public Platforms(JdbcClient jdbc, Proposals proposals, Ledger ledger, Clock clock) {
		this.jdbc = jdbc;
		this.proposals = proposals;
		this.ledger = ledger;
		this.clock = clock;
	}

	/** All registrations of one issuer; the issuer must match to the letter. */
	public List<Platform> ofIssuer(String issuer) {
		return registrations(this.jdbc.sql(SELECT + "WHERE p.issuer = :issuer" + ORDER).param("issuer", issuer))
			.stream()
			.map(Registration::platform)
			.toList();
	}

	/** Empty if there never was such a registration; a disabled one is found. */
	public Optional<Platform> find(PlatformId id) {
		return registration(id).map(Registration::platform);
	}

	/** All there are, in the order of issuer and client id. */
	public List<Platform> all() {
		return registrations().stream().map(Registration::platform).toList();
	}

	/** The same, with what the operator wants to know besides. */
	public List<Registration> registrations() {
		return registrations(this.jdbc.sql(SELECT + ORDER));
	}

	public Optional<Registration> registration(PlatformId id) {
		return registrations(this.jdbc.sql(SELECT + "WHERE p.id = :id" + ORDER).param("id", id)).stream().findFirst();
	}

	/** How many are let in, and get grades. */
	public int enabled() {
		return count("enabled");
	}

	/** How many wait for their first launch. */
	public int pending() {
		return count("pending AND NOT enabled");
	}

	/** How much they named of themselves that no operator has accepted yet. */
	public int proposed() {
		return this.proposals.waiting().size();
	}

	/** Whether it is let in, and gets grades, at this moment. */
	public boolean isEnabled(PlatformId id) {
		return this.jdbc.sql("SELECT COUNT(*) FROM platform WHERE enabled AND id = :id")
			.param("id", id)
			.query(Integer.class)
			.single() > 0;
	}

	/** Every issuer of which there is a registration, enabled or not. */
	public Set<String> issuers() {
		return this.jdbc.sql("SELECT DISTINCT issuer FROM platform").query(String.class).set();
	}

	/** Until the end of the transaction nobody else changes a registration. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void lock() {
		this.jdbc.sql("SELECT id FROM platform ORDER BY id FOR UPDATE").query(UUID.class).list();
	}

	/**
	 * Adds a registration, in the transaction of the caller.
	 * @throws org.springframework.dao.DuplicateKeyException if the issuer has this client
	 * id already, or an LMS of this issuer registered itself already and is not disabled
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public PlatformId add(PlatformEntry entry, Platform.Origin origin, Platform.State state) {
		PlatformId id = new PlatformId(UUID.randomUUID());
		boolean selfRegistered = origin == Platform.Origin.DYNAMIC && state != Platform.State.DISABLED;
		this.jdbc.sql("""
				INSERT INTO platform (id, name, issuer, client_id, authorization_endpoint, token_endpoint, jwks_uri,
				                      token_audience, sites, enabled, pending, origin, registered_at,
				                      self_registered_issuer)
				VALUES (:id, :name, :issuer, :clientId, :authorizationEndpoint, :tokenEndpoint, :jwksUri,
				        :tokenAudience, :sites, :enabled, :pending, :origin, :now, :selfRegisteredIssuer)
				""")
			.param("id", id)
			.param("name", entry.name())
			.param("issuer", entry.issuer())
			.param("clientId", entry.clientId())
			.param("authorizationEndpoint", entry.authorizationEndpoint())
			.param("tokenEndpoint", entry.tokenEndpoint())
			.param("jwksUri", entry.jwksUri())
			.param("tokenAudience", entry.tokenAudience())
			.param("sites", Proposals.inOneText(entry.sites()))
			.param("enabled", state == Platform.State.ENABLED)
			.param("pending", state == Platform.State.PENDING)
			.param("origin", origin)
			.param("now", this.clock.instant())
			.param("selfRegisteredIssuer", selfRegistered ? entry.issuer() : null)
			.update();
		addDeployments(id, entry.deploymentIds());
		return id;
	}

	/** Takes over all of an entry of the platforms file. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void replace(PlatformId id, PlatformEntry entry) {
		this.jdbc.sql("""
				UPDATE platform SET name = :name, authorization_endpoint = :authorizationEndpoint,
				       token_endpoint = :tokenEndpoint, jwks_uri = :jwksUri, token_audience = :tokenAudience,
				       sites = :sites, enabled = TRUE, pending = FALSE, origin = :origin,
				       self_registered_issuer = NULL
				WHERE id = :id
				""")
			.param("id", id)
			.param("name", entry.name())
			.param("authorizationEndpoint", entry.authorizationEndpoint())
			.param("tokenEndpoint", entry.tokenEndpoint())
			.param("jwksUri", entry.jwksUri())
			.param("tokenAudience", entry.tokenAudience())
			.param("sites", Proposals.inOneText(entry.sites()))
			.param("origin", Platform.Origin.FILE)
			.update();
		this.proposals.forget(id);
		this.jdbc.sql("DELETE FROM deployment WHERE platform = :id").param("id", id).update();
		addDeployments(id, entry.deploymentIds());
	}

	/**
	 * Whether it was this call that brought the registration from one state to the other.
	 * A disabled one no longer keeps its LMS from registering itself anew.
	 */
	public boolean change(PlatformId id, Platform.State from, Platform.State to) {
		return this.jdbc.sql("""
				UPDATE platform SET enabled = :enabled, pending = :pending,
				       self_registered_issuer = CASE WHEN :enabled OR :pending THEN self_registered_issuer END
				WHERE id = :id AND enabled = :wasEnabled AND pending = :wasPending""")
			.param("id", id)
			.param("enabled", to == Platform.State.ENABLED)
			.param("pending", to == Platform.State.PENDING)
			.param("wasEnabled", from == Platform.State.ENABLED)
			.param("wasPending", from == Platform.State.PENDING)
			.update() == 1;
	}

	/** An operator shall see what the LMS itself named, in a launch that is signed. */
	public void propose(Platform platform, Proposals.Kind kind, Collection<String> named) {
		this.proposals.propose(platform, kind, named);
	}

	/**
	 * Writes down that somebody came from a platform by a launch that passed every check.
	 * The first launch enables a pending platform: of several at once, one does it.
	 */
	@Transactional
	@RetryOnContention
	public void launched(Platform platform) {
		if (platform.state() == Platform.State.PENDING
				&& change(platform.id(), Platform.State.PENDING, Platform.State.ENABLED)) {
			this.ledger.record(Actor.platform(platform.id()), "platform.first-launch", platform.name(), "");
		}
		Instant now = this.clock.instant();
		Instant before = this.lastWrites.get(platform.id());
		if (before == null || !before.plus(BETWEEN_WRITES).isAfter(now)) {
			this.jdbc.sql("UPDATE platform SET last_launch_at = :now WHERE id = :id")
				.param("now", now)
				.param("id", platform.id())
				.update();
			this.lastWrites.put(platform.id(), now);
		}
	}

	/** Whether this call changed what roles give, from the next launches on. */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean change(PlatformId id, RoleMapping roles) {
		return this.jdbc.sql("UPDATE platform SET roles = :roles WHERE id = :id AND roles <> :roles")
			.param("roles", roles.text())
			.param("id", id)
			.update() == 1;
	}

	private int count(String condition) {
		return this.jdbc.sql("SELECT COUNT(*) FROM platform WHERE " + condition).query(Integer.class).single();
	}

	private void addDeployments(PlatformId platform, Set<String> deploymentIds) {
		for (String deploymentId : deploymentIds) {
			this.jdbc.sql("INSERT INTO deployment (platform, deployment_id) VALUES (:platform, :deploymentId)")
				.param("platform", platform)
				.param("deploymentId", deploymentId)
				.update();
		}
	}

	/** One row a deployment; the rows of one registration become one. */
	private static List<Registration> registrations(JdbcClient.StatementSpec select) {
		Map<PlatformId, Set<String>> deployments = new LinkedHashMap<>();
		Map<PlatformId, Row> rows = new LinkedHashMap<>();
		for (Row row : select.query(Row.class).list()) {
			rows.putIfAbsent(row.id(), row);
			Set<String> ids = deployments.computeIfAbsent(row.id(), (id) -> new HashSet<>());
			if (row.deploymentId() != null) {
				ids.add(row.deploymentId());
			}
		}
		return rows.values()
			.stream()
			.map((row) -> row.registration(deployments.getOrDefault(row.id(), Set.of())))
			.toList();
	}

	/**
	 * A platform and what the operator wants to know of it besides.
	 *
	 * @param lastLaunchAt absent if nobody ever came from there; exact to a minute or so
	 */
	public record Registration(Platform platform, Platform.Origin origin, Instant registeredAt,
			@Nullable Instant lastLaunchAt) {
	}

	private record Row(PlatformId id, String name, String issuer, String clientId, URI authorizationEndpoint,
			URI tokenEndpoint, URI jwksUri, @Nullable String tokenAudience, String sites, String roles, boolean enabled,
			boolean pending, Platform.Origin origin, Instant registeredAt, @Nullable Instant lastLaunchAt,
			@Nullable String deploymentId) {

		Registration registration(Set<String> deploymentIds) {
			Platform platform = new Platform(this.id, this.name, this.issuer, this.clientId, deploymentIds,
					this.authorizationEndpoint, this.tokenEndpoint, this.jwksUri, this.tokenAudience,
					Set.of(StringUtils.tokenizeToStringArray(this.sites, " ")), RoleMapping.of(this.roles), state());
			return new Registration(platform, this.origin, this.registeredAt, this.lastLaunchAt);
		}

		private Platform.State state() {
			if (this.enabled) {
				return Platform.State.ENABLED;
			}
			return this.pending ? Platform.State.PENDING : Platform.State.DISABLED;
		}

	}

}
