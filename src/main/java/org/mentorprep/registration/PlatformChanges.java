package org.mentorprep.registration;

import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.Platforms.Registration;
import org.mentorprep.platform.Registrations;

/** What the operator does to the list, each act with its line in the ledger. */
@Component
class PlatformChanges {

	private final Registrations registrations;

	private final Ledger ledger;

	private final TransactionOperations transaction;

	PlatformChanges(Registrations registrations, Ledger ledger, TransactionOperations transaction) {
		this.registrations = registrations;
		this.ledger = ledger;
		this.transaction = transaction;
	}

	/** Empty if there is such a registration already. */
	Optional<PlatformId> add(PlatformEntry entry) {
		try {
			return Optional.of(this.transaction.execute((status) -> {
				PlatformId id = this.registrations.add(entry, Platform.Origin.BY_HAND, Platform.State.ENABLED);
				this.ledger.record(Actor.operator(), "platform.added", entry.name(), entry.issuer());
				return id;
			}));
		}
		catch (DuplicateKeyException ex) {
			return Optional.empty();
		}
	}

	/** Nothing happens if it is so already, or somebody else changed it meanwhile. */
	@Transactional
	public void change(Registration registration, Platform.State to) {
		Platform.State from = registration.platform().state();
		if (from != to && this.registrations.change(registration.platform().id(), from, to)) {
			this.ledger.record(Actor.operator(), act(from, to), registration.platform().name(),
					registration.platform().issuer());
		}
	}

	private static String act(Platform.State from, Platform.State to) {
		if (to == Platform.State.DISABLED) {
			return "platform.disabled";
		}
		return (from == Platform.State.PENDING) ? "platform.approved" : "platform.enabled";
	}

}
