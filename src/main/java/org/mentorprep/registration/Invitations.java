package org.mentorprep.registration;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.platform.LmsAddresses.RegistrationProperties;
import org.mentorprep.platform.Secret;

/**
 * The invitations that are out. Each is spent by the one registration that succeeds; a
 * failure gives it back, but not for ever.
 */
@Component
public class Invitations {

	/** So that an invitation can't be used to look around by failing. */
	private static final int TRIES = 10;

	/** Longer than any registration takes. */
	private static final Duration TAKEN = Duration.ofMinutes(2);

	/** As long it can be told that an invitation was used or is too old. */
	private static final Duration MEMORY = Duration.ofDays(90);

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final Clock clock;

	private final Duration life;

	Invitations(JdbcClient jdbc, Ledger ledger, Clock clock, RegistrationProperties properties) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.clock = clock;
		this.life = properties.invitationLife();
	}

	/** A new one; the secret is told this once. */
	@Transactional
	public Made make(String name, String host) {
		Instant now = this.clock.instant();
		this.jdbc.sql("DELETE FROM invitation WHERE expires_at < ?").param(at(now.minus(MEMORY))).update();
		Invitation invitation = new Invitation(UUID.randomUUID(), name, host, now.plus(this.life));
		String secret = Secret.fresh();
		this.jdbc.sql("""
				INSERT INTO invitation (id, name, host, secret_hash, made_at, expires_at, tries)
				VALUES (?, ?, ?, ?, ?, ?, 0)""")
			.params(invitation.id(), name, host, Secret.hash(secret), at(now), at(invitation.expiresAt()))
			.update();
		this.ledger.record(Actor.operator(), "platform.invited", name, host);
		return new Made(invitation, secret);
	}

	/** Those that can still be used, newest first. */
	public List<Invitation> open() {
		return this.jdbc.sql("""
				SELECT id, name, host, expires_at FROM invitation
				WHERE used_at IS NULL AND revoked_at IS NULL AND expires_at > ? AND tries < ? ORDER BY made_at DESC""")
			.params(at(this.clock.instant()), TRIES)
			.query((row, number) -> invitation(row))
			.list();
	}

	/** Takes one back; nothing happens if it was used meanwhile. */
	@Transactional
	public void revoke(UUID id) {
		int revoked = this.jdbc
			.sql("UPDATE invitation SET revoked_at = ? WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL")
			.params(at(this.clock.instant()), id)
			.update();
		if (revoked == 1) {
			String name = this.jdbc.sql("SELECT name FROM invitation WHERE id = ?")
				.param(id)
				.query(String.class)
				.single();
			this.ledger.record(Actor.operator(), "platform.invitation-revoked", name, "");
		}
	}

	/**
	 * The invitation that belongs to a secret.
	 * @throws RegistrationRefused if it can't be used, and why
	 */
	Invitation valid(@Nullable String secret) {
		Found found = this.jdbc
			.sql("SELECT id, name, host, expires_at, tries, used_at, revoked_at FROM invitation WHERE secret_hash = ?")
			.param(Secret.hash((secret != null) ? secret : ""))
			.query((row, number) -> new Found(invitation(row), fault(row)))
			.optional()
			.orElseThrow(
					() -> new RegistrationRefused(RegistrationRefused.Reason.INVITATION_UNKNOWN, "No such invitation"));
		if (found.fault() != null) {
			throw new RegistrationRefused(found.fault(), "The invitation can't be used");
		}
		return found.invitation();
	}

	/** Keeps the invitation for one registration at a time. */
	void take(Invitation invitation) {
		Instant now = this.clock.instant();
		int taken = this.jdbc.sql("""
				UPDATE invitation SET taken_until = ?, tries = tries + 1
				WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL AND tries < ?
				AND (taken_until IS NULL OR taken_until < ?)""")
			.params(at(now.plus(TAKEN)), invitation.id(), TRIES, at(now))
			.update();
		if (taken != 1) {
			throw new RegistrationRefused(RegistrationRefused.Reason.INVITATION_BUSY,
					"Another registration uses the invitation");
		}
	}

	void giveBack(Invitation invitation) {
		this.jdbc.sql("UPDATE invitation SET taken_until = NULL WHERE id = ?").param(invitation.id()).update();
	}

	/** In the transaction that registers, or else both don't happen. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void spend(Invitation invitation) {
		int spent = this.jdbc
			.sql("UPDATE invitation SET used_at = ? WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL")
			.params(at(this.clock.instant()), invitation.id())
			.update();
		if (spent != 1) {
			throw new RegistrationRefused(RegistrationRefused.Reason.INVITATION_REVOKED,
					"The invitation was taken back meanwhile");
		}
	}

	private RegistrationRefused.@Nullable Reason fault(ResultSet row) throws SQLException {
		if (row.getObject("used_at") != null) {
			return RegistrationRefused.Reason.INVITATION_USED;
		}
		if (row.getObject("revoked_at") != null) {
			return RegistrationRefused.Reason.INVITATION_REVOKED;
		}
		if (!instant(row).isAfter(this.clock.instant())) {
			return RegistrationRefused.Reason.INVITATION_EXPIRED;
		}
		return (row.getInt("tries") >= TRIES) ? RegistrationRefused.Reason.INVITATION_BUSY : null;
	}

	private static Invitation invitation(ResultSet row) throws SQLException {
		return new Invitation(row.getObject("id", UUID.class), row.getString("name"), row.getString("host"),
				instant(row));
	}

	private static Instant instant(ResultSet row) throws SQLException {
		return row.getObject("expires_at", OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/** An invitation, and the secret that is told now and never again. */
	public record Made(Invitation invitation, String secret) {
	}

	private record Found(Invitation invitation, RegistrationRefused.@Nullable Reason fault) {
	}

	/**
	 * Lets one LMS register itself. Its secret is known to whoever got it from the
	 * operator.
	 *
	 * @param name for the platform that comes of it
	 * @param host and port of the LMS, the only one that may use it
	 */
	public record Invitation(UUID id, String name, String host, Instant expiresAt) {
	}

	/** An invitation just made; its address is shown this once. */
	public record MadeInvitation(String name, Instant expiresAt, URI address) {
	}

}
