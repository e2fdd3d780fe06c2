package org.mentorprep.platform;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All registrations, enabled or not. Every question costs one SQL statement: nothing is
 * cached, so that a registration disabled on one node is disabled on all.
 */
@Component
public class Platforms {

	private static final String SELECT = """
			SELECT p.id, p.name, p.issuer, p.client_id, p.authorization_endpoint, p.token_endpoint, p.jwks_uri,
			       p.enabled, p.pending, d.deployment_id
			FROM platform p LEFT JOIN deployment d ON d.platform = p.id
			""";

	private static final String ORDER = " ORDER BY p.issuer, p.client_id, d.deployment_id";

	private final JdbcClient jdbc;

	public Platforms(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All registrations of one issuer; the issuer must match to the letter. */
	public List<Platform> ofIssuer(String issuer) {
		return this.jdbc.sql(SELECT + "WHERE p.issuer = ?" + ORDER).param(issuer).query(Platforms::platforms);
	}

	/** How many are let in, and get grades. */
	public int enabled() {
		return this.jdbc.sql("SELECT COUNT(*) FROM platform WHERE enabled").query(Integer.class).single();
	}

	/** How many wait for their first launch. */
	public int pending() {
		return this.jdbc.sql("SELECT COUNT(*) FROM platform WHERE pending AND NOT enabled")
			.query(Integer.class)
			.single();
	}

	/** Empty if there never was such a registration; a disabled one is found. */
	public Optional<Platform> find(PlatformId id) {
		return this.jdbc.sql(SELECT + "WHERE p.id = ?" + ORDER)
			.param(id.value())
			.query(Platforms::platforms)
			.stream()
			.findFirst();
	}

	/** Whether it is let in, and gets grades, at this moment. */
	public boolean isEnabled(PlatformId id) {
		return this.jdbc.sql("SELECT COUNT(*) FROM platform WHERE enabled AND id = ?")
			.param(id.value())
			.query(Integer.class)
			.single() > 0;
	}

	/** Every issuer of which there is a registration, enabled or not. */
	public Set<String> issuers() {
		return this.jdbc.sql("SELECT DISTINCT issuer FROM platform").query(String.class).set();
	}

	/** All there are, in the order of issuer and client id. */
	public List<Platform> all() {
		return this.jdbc.sql(SELECT + ORDER).query(Platforms::platforms);
	}

	/** One row a deployment; the rows of one registration become one platform. */
	private static List<Platform> platforms(ResultSet rows) throws SQLException {
		Map<PlatformId, Platform> platforms = new LinkedHashMap<>();
		while (rows.next()) {
			Platform platform = platform(rows);
			platforms.merge(platform.id(), platform, Platforms::withDeploymentsOfBoth);
		}
		return List.copyOf(platforms.values());
	}

	private static Platform withDeploymentsOfBoth(Platform one, Platform other) {
		Set<String> deploymentIds = new HashSet<>(one.deploymentIds());
		deploymentIds.addAll(other.deploymentIds());
		return new Platform(one.id(), one.name(), one.issuer(), one.clientId(), deploymentIds,
				one.authorizationEndpoint(), one.tokenEndpoint(), one.jwksUri(), one.state());
	}

	private static Platform platform(ResultSet row) throws SQLException {
		String deploymentId = row.getString("deployment_id");
		return new Platform(new PlatformId(row.getObject("id", UUID.class)), row.getString("name"),
				row.getString("issuer"), row.getString("client_id"),
				(deploymentId != null) ? Set.of(deploymentId) : Set.of(),
				URI.create(row.getString("authorization_endpoint")), URI.create(row.getString("token_endpoint")),
				URI.create(row.getString("jwks_uri")), state(row));
	}

	private static Platform.State state(ResultSet row) throws SQLException {
		if (row.getBoolean("enabled")) {
			return Platform.State.ENABLED;
		}
		return row.getBoolean("pending") ? Platform.State.PENDING : Platform.State.DISABLED;
	}

	/**
	 * A platform and what the operator wants to know of it besides.
	 *
	 * @param lastLaunchAt absent if nobody ever came from there; exact to a minute or so
	 */
	public record Registration(Platform platform, Platform.Origin origin, Instant registeredAt,
			@Nullable Instant lastLaunchAt) {
	}

}
