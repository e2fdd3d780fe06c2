package org.mentorprep.launch;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

import org.mentorprep.lti.message.LtiMessage.LtiUser;
import org.mentorprep.platform.PlatformId;

/**
 * The learners of all platforms and the people they are. A person is never joined to
 * another by name or e-mail.
 */
@Repository
public class Learners {

	private final JdbcClient jdbc;

	private final Clock clock;

	Learners(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
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
			.param("id", person)
			.query(UUID.class)
			.optional()
			.isPresent();
		Assert.state(known, "The person is unknown");
	}

	Optional<Learner> find(PlatformId platform, String sub) {
		return this.jdbc.sql("SELECT id, person, sub, name FROM learner WHERE platform = :platform AND sub = :sub")
			.param("platform", platform)
			.param("sub", sub)
			.query(Learner.class)
			.optional();
	}

	/** Creates a learner, who is a new person until they link identities. */
	Learner create(PlatformId platform, LtiUser user) {
		Learner learner = new Learner(new LearnerId(UUID.randomUUID()), new PersonId(UUID.randomUUID()), user.sub(),
				user.name());
		this.jdbc.sql("INSERT INTO person (id, created_at) VALUES (:id, :now)")
			.param("id", learner.person())
			.param("now", this.clock.instant())
			.update();
		this.jdbc.sql("""
				INSERT INTO learner (id, person, platform, sub, name, created_at)
				VALUES (:id, :person, :platform, :sub, :name, :now)""")
			.param("id", learner.id())
			.param("person", learner.person())
			.param("platform", platform)
			.param("sub", learner.sub())
			.param("name", learner.name())
			.param("now", this.clock.instant())
			.update();
		return learner;
	}

	void rename(LearnerId learner, String name) {
		this.jdbc.sql("UPDATE learner SET name = :name WHERE id = :id")
			.param("name", name)
			.param("id", learner)
			.update();
	}

	/**
	 * Someone as one platform knows them.
	 *
	 * @param sub the user id in the LMS (OIDC core, section 2)
	 * @param name as the platform last gave it; absent if it never did
	 */
	public record Learner(LearnerId id, PersonId person, String sub, @Nullable String name) {

		/** With the name in a message; with the earlier one if it holds none. */
		Learner named(LtiUser user) {
			return (user.name() != null) ? new Learner(this.id, this.person, this.sub, user.name()) : this;
		}

	}

}
