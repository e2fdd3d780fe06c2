package org.mentorprep.registration;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Registrations;
import org.mentorprep.registration.Invitations.Invitation;

/** Writes a registration down, spends its invitation and keeps doubles out. */
@Component
class RegistrationRecorder {

	private final Platforms platforms;

	private final Registrations registrations;

	private final Invitations invitations;

	private final Ledger ledger;

	private final TransactionOperations transaction;

	RegistrationRecorder(Platforms platforms, Registrations registrations, Invitations invitations, Ledger ledger,
			TransactionOperations transaction) {
		this.platforms = platforms;
		this.registrations = registrations;
		this.invitations = invitations;
		this.ledger = ledger;
		this.transaction = transaction;
	}

	/**
	 * Found before the LMS is told anything: a second registration of the same LMS would
	 * tear its people in two. A disabled one does not stand in the way.
	 */
	void refuseKnown(String issuer) {
		if (counting(issuer) > 0) {
			throw known();
		}
	}

	void record(Invitation invitation, PlatformEntry entry) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				PlatformId id = this.registrations.add(entry, Platform.Origin.DYNAMIC, Platform.State.PENDING);
				this.ledger.record(Actor.platform(id), "platform.registered", entry.name(), entry.issuer());
				// From here on the lock of the ledger keeps others out: a twin that was
				// quicker is seen now.
				if (counting(entry.issuer()) > 1) {
					throw known();
				}
				this.invitations.spend(invitation);
			});
		}
		catch (DuplicateKeyException ex) {
			throw known();
		}
	}

	private long counting(String issuer) {
		return this.platforms.ofIssuer(issuer).stream().filter(Platform::letsIn).count();
	}

	private static RegistrationRefused known() {
		return new RegistrationRefused(RegistrationRefused.Reason.KNOWN, "This LMS is registered already");
	}

}
