package org.mentorprep.platform.desk;

import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import org.mentorprep.audit.Actor;
import org.mentorprep.audit.Ledger;
import org.mentorprep.platform.PlatformId;
import org.mentorprep.platform.PlatformState;
import org.mentorprep.platform.registry.PlatformEntry;
import org.mentorprep.platform.registry.PlatformOrigin;
import org.mentorprep.platform.registry.Registration;
import org.mentorprep.platform.registry.Registrations;

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
				PlatformId id = this.registrations.add(entry, PlatformOrigin.BY_HAND, PlatformState.ENABLED);
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
	public void change(Registration registration, PlatformState to) {
		PlatformState from = registration.platform().state();
		if (from != to && this.registrations.change(registration.platform().id(), from, to)) {
			this.ledger.record(Actor.operator(), act(from, to), registration.platform().name(),
					registration.platform().issuer());
		}
	}

	private static String act(PlatformState from, PlatformState to) {
		if (to == PlatformState.DISABLED) {
			return "platform.disabled";
		}
		return (from == PlatformState.PENDING) ? "platform.approved" : "platform.enabled";
	}

}
