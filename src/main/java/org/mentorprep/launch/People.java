package org.mentorprep.launch;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/** The people known here. */
@Component
public class People {

	private final JdbcClient jdbc;

	People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Locks the person's row until the transaction ends: whoever writes for a person does
	 * so one after the other (two tabs, double clicks, two nodes).
	 * @throws IllegalStateException outside a transaction, or if the person is unknown
	 */
	public void lock(PersonId person) {
		Assert.state(TransactionSynchronizationManager.isActualTransactionActive(),
				"A lock outside a transaction would hold nothing");
		boolean known = this.jdbc.sql("SELECT id FROM person WHERE id = :id FOR UPDATE")
			.param("id", person.value())
			.query(UUID.class)
			.optional()
			.isPresent();
		Assert.state(known, "The person is unknown");
	}

}
