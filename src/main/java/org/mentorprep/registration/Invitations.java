package org.mentorprep.registration;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.platform.LmsAddresses.RegistrationProperties;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Proposals;
import org.mentorprep.platform.Secret;
import org.mentorprep.registration.RegistrationRefused.Reason;

/**
 * The invitations by which LMSs register themselves. The one registration that succeeds
 * spends its invitation; a failure gives it back, but not for ever.
 */
@Repository
public class Invitations {

	/** So that an invitation can't be used to look around by failing. */
	private static final int TRIES = 10;

	/** Longer than any registration takes. */
	private static final Duration TAKEN = Duration.ofMinutes(2);

	/** So long the tool can say that an invitation was used or is too old. */
	private static final Duration MEMORY = Duration.ofDays(90);

	private final JdbcClient jdbc;

	private final Platforms platforms;

	private final Ledger ledger;

	private final Clock clock;

	private final Duration life;

	Invitations(JdbcClient jdbc, Platforms platforms, Ledger ledger, Clock clock, RegistrationProperties properties) {
		this.jdbc = jdbc;
		this.platforms = platforms;
		this.ledger = ledger;
		this.clock = clock;
		this.life = properties.invitationLife();
	}

	/** A new one; its secret is known this once. */
	@Transactional
	public Made make(String name, String host) {
		Instant now = this.clock.instant();
		this.jdbc.sql("DELETE FROM invitation WHERE expires_at < :before").param("before", now.minus(MEMORY)).update();
		Invitation invitation = new Invitation(UUID.randomUUID(), name, host, now.plus(this.life));
		String secret = Secret.fresh();
		this.jdbc.sql("""
				INSERT INTO invitation (id, name, host, secret_hash, made_at, expires_at, tries)
				VALUES (:id, :name, :host, :secretHash, :now, :expiresAt, 0)""")
			.param("id", invitation.id())
			.param("name", name)
			.param("host", host)
			.param("secretHash", Secret.hash(secret))
			.param("now", now)
			.param("expiresAt", invitation.expiresAt())
			.update();
		this.ledger.record(Actor.operator(), "platform.invited", name, host);
		return new Made(invitation, secret);
	}

	/** Those that can still be used, newest first. */
	public List<Invitation> open() {
		return this.jdbc.sql("""
				SELECT id, name, host, expires_at FROM invitation
				WHERE used_at IS NULL AND revoked_at IS NULL AND expires_at > :now AND tries < :tries
				ORDER BY made_at DESC""")
			.param("now", this.clock.instant())
			.param("tries", TRIES)
			.query(Invitation.class)
			.list();
	}

	/** Takes one back; nothing happens if it was used meanwhile. */
	@Transactional
	public void revoke(UUID id) {
		int revoked = this.jdbc
			.sql("UPDATE invitation SET revoked_at = :now WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL")
			.param("now", this.clock.instant())
			.param("id", id)
			.update();
		if (revoked == 1) {
			String name = this.jdbc.sql("SELECT name FROM invitation WHERE id = :id")
				.param("id", id)
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
		Row row = this.jdbc.sql("""
				SELECT id, name, host, expires_at, tries, used_at, revoked_at FROM invitation
				WHERE secret_hash = :hash""")
			.param("hash", Secret.hash((secret != null) ? secret : ""))
			.query(Row.class)
			.optional()
			.orElseThrow(() -> new RegistrationRefused(Reason.INVITATION_UNKNOWN, "No such invitation"));
		Reason reason = row.reasonAgainst(this.clock.instant());
		if (reason != null) {
			throw new RegistrationRefused(reason, "The invitation can't be used");
		}
		return new Invitation(row.id(), row.name(), row.host(), row.expiresAt());
	}

	/** Keeps the invitation for one registration at a time. */
	void take(Invitation invitation) {
		Instant now = this.clock.instant();
		int taken = this.jdbc.sql("""
				UPDATE invitation SET taken_until = :until, tries = tries + 1
				WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL AND tries < :tries
				AND (taken_until IS NULL OR taken_until < :now)""")
			.param("until", now.plus(TAKEN))
			.param("id", invitation.id())
			.param("tries", TRIES)
			.param("now", now)
			.update();
		if (taken != 1) {
			throw new RegistrationRefused(Reason.INVITATION_BUSY, "Another registration uses the invitation");
		}
	}

	void giveBack(Invitation invitation) {
		this.jdbc.sql("UPDATE invitation SET taken_until = NULL WHERE id = :id").param("id", invitation.id()).update();
	}

	/**
	 * Spends the invitation and registers the LMS, or else does neither.
	 * @param named origins that the LMS named besides, for the operator to accept
	 * @throws org.springframework.dao.DuplicateKeyException if it is registered already
	 */
	@Transactional
	public void spend(Invitation invitation, PlatformEntry entry, Set<String> named) {
		PlatformId id = this.platforms.add(entry, Platform.Origin.DYNAMIC, Platform.State.PENDING);
		// Since the LMS was asked, it may have come by the form, by the file, or back.
		if (this.platforms.ofIssuer(entry.issuer()).stream().filter(Platform::letsIn).count() > 1) {
			throw new RegistrationRefused(Reason.KNOWN, "This LMS was registered meanwhile");
		}
		this.platforms.propose(entry.as(id, Platform.State.PENDING), Proposals.Kind.SITE, named);
		this.ledger.record(Actor.platform(id), "platform.registered", entry.name(), entry.issuer());
		int spent = this.jdbc
			.sql("UPDATE invitation SET used_at = :now WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL")
			.param("now", this.clock.instant())
			.param("id", invitation.id())
			.update();
		if (spent != 1) {
			throw new RegistrationRefused(Reason.INVITATION_REVOKED, "The invitation was taken back meanwhile");
		}
	}

	/** An invitation, and its secret, which is never known again. */
	public record Made(Invitation invitation, String secret) {
	}

	private record Row(UUID id, String name, String host, Instant expiresAt, int tries, @Nullable Instant usedAt,
			@Nullable Instant revokedAt) {

		@Nullable Reason reasonAgainst(Instant now) {
			if (this.usedAt != null) {
				return Reason.INVITATION_USED;
			}
			if (this.revokedAt != null) {
				return Reason.INVITATION_REVOKED;
			}
			if (!this.expiresAt.isAfter(now)) {
				return Reason.INVITATION_EXPIRED;
			}
			return (this.tries >= TRIES) ? Reason.INVITATION_BUSY : null;
		}

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
