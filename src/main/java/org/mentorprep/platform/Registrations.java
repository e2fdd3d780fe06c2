package org.mentorprep.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.platform.Platforms.Registration;

/** Writes the list of registrations, whoever adds to it, and shows it to the operator. */
@Component
public class Registrations {

	private final JdbcClient jdbc;

	private final Platforms platforms;

	private final Clock clock;

	public Registrations(JdbcClient jdbc, Platforms platforms, Clock clock) {
		this.jdbc = jdbc;
		this.platforms = platforms;
		this.clock = clock;
	}

	/** All registrations, in the order of issuer and client id. */
	public List<Registration> all() {
		Map<PlatformId, Registration> beside = new HashMap<>();
		List<Platform> all = this.platforms.all();
		Map<PlatformId, Platform> known = new HashMap<>();
		all.forEach((platform) -> known.put(platform.id(), platform));
		this.jdbc.sql("SELECT id, origin, registered_at, last_launch_at FROM platform").query((row) -> {
			Platform platform = known.get(new PlatformId(row.getObject("id", UUID.class)));
			if (platform != null) {
				beside.put(platform.id(), registration(platform, row));
			}
		});
		return all.stream().map(Platform::id).filter(beside::containsKey).map(beside::get).toList();
	}

	public Optional<Registration> find(PlatformId id) {
		return this.platforms.find(id)
			.flatMap((platform) -> this.jdbc
				.sql("SELECT origin, registered_at, last_launch_at FROM platform WHERE id = ?")
				.param(id.value())
				.query((row, number) -> registration(platform, row))
				.optional());
	}

	/** Adds a registration, in the transaction of whoever adds it. */
	@Transactional(propagation = Propagation.MANDATORY)
	public PlatformId add(PlatformEntry entry, Platform.Origin origin, Platform.State state) {
		Platform platform = entry.as(new PlatformId(UUID.randomUUID()), state);
		this.jdbc.sql("""
				INSERT INTO platform (id, name, issuer, client_id, authorization_endpoint, token_endpoint, jwks_uri,
				                      enabled, pending, origin, registered_at)
				VALUES (:id, :name, :issuer, :clientId, :authorizationEndpoint, :tokenEndpoint, :jwksUri,
				        :enabled, :pending, :origin, :now)
				""")
			.param("id", platform.id().value())
			.param("name", platform.name())
			.param("issuer", platform.issuer())
			.param("clientId", platform.clientId())
			.param("authorizationEndpoint", platform.authorizationEndpoint().toString())
			.param("tokenEndpoint", platform.tokenEndpoint().toString())
			.param("jwksUri", platform.jwksUri().toString())
			.param("enabled", state == Platform.State.ENABLED)
			.param("pending", state == Platform.State.PENDING)
			.param("origin", origin.code())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		deploy(platform);
		return platform.id();
	}

	/** Takes over all of an entry, for it is the file's. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void replace(PlatformId id, PlatformEntry entry) {
		Platform platform = entry.as(id, Platform.State.ENABLED);
		this.jdbc.sql("""
				UPDATE platform SET name = :name, authorization_endpoint = :authorizationEndpoint,
				       token_endpoint = :tokenEndpoint, jwks_uri = :jwksUri, enabled = TRUE, pending = FALSE,
				       origin = :origin
				WHERE id = :id
				""")
			.param("id", id.value())
			.param("name", platform.name())
			.param("authorizationEndpoint", platform.authorizationEndpoint().toString())
			.param("tokenEndpoint", platform.tokenEndpoint().toString())
			.param("jwksUri", platform.jwksUri().toString())
			.param("origin", Platform.Origin.FILE.code())
			.update();
		this.jdbc.sql("DELETE FROM deployment WHERE platform = ?").param(id.value()).update();
		deploy(platform);
	}

	/**
	 * Whether it was this call that brought the registration from one state to the other.
	 */
	public boolean change(PlatformId id, Platform.State from, Platform.State to) {
		return this.jdbc.sql("""
				UPDATE platform SET enabled = :enabled, pending = :pending
				WHERE id = :id AND enabled = :wasEnabled AND pending = :wasPending""")
			.param("id", id.value())
			.param("enabled", to == Platform.State.ENABLED)
			.param("pending", to == Platform.State.PENDING)
			.param("wasEnabled", from == Platform.State.ENABLED)
			.param("wasPending", from == Platform.State.PENDING)
			.update() == 1;
	}

	private void deploy(Platform platform) {
		for (String deploymentId : platform.deploymentIds()) {
			this.jdbc.sql("INSERT INTO deployment (platform, deployment_id) VALUES (?, ?)")
				.param(platform.id().value())
				.param(deploymentId)
				.update();
		}
	}

	private static Registration registration(Platform platform, ResultSet row) throws SQLException {
		return new Registration(platform, Platform.Origin.of(row.getString("origin")),
				row.getObject("registered_at", OffsetDateTime.class).toInstant(), instant(row, "last_launch_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
