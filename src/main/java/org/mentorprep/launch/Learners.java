package org.mentorprep.launch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.mentorprep.lti.message.LtiMessage.LtiUser;
import org.mentorprep.platform.PlatformId;

/**
 * The learners of all platforms: a person is never joined to another by name or e-mail.
 */
@Component
public class Learners {

	private final JdbcClient jdbc;

	private final Clock clock;

	Learners(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<Learner> find(PlatformId platform, String sub) {
		return this.jdbc.sql("SELECT id, person, sub, name FROM learner WHERE platform = :platform AND sub = :sub")
			.param("platform", platform.value())
			.param("sub", sub)
			.query((row, number) -> learner(row))
			.optional();
	}

	/** A learner nobody saw before, who is a new person until they link identities. */
	Learner give(PlatformId platform, LtiUser user) {
		Learner learner = new Learner(new LearnerId(UUID.randomUUID()), new PersonId(UUID.randomUUID()), user.sub(),
				user.name());
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("INSERT INTO person (id, created_at) VALUES (:id, :now)")
			.param("id", learner.person().value())
			.param("now", now)
			.update();
		this.jdbc.sql("""
				INSERT INTO learner (id, person, platform, sub, name, created_at)
				VALUES (:id, :person, :platform, :sub, :name, :now)""")
			.param("id", learner.id().value())
			.param("person", learner.person().value())
			.param("platform", platform.value())
			.param("sub", learner.sub())
			.param("name", learner.name())
			.param("now", now)
			.update();
		return learner;
	}

	void rename(LearnerId learner, String name) {
		this.jdbc.sql("UPDATE learner SET name = :name WHERE id = :id")
			.param("name", name)
			.param("id", learner.value())
			.update();
	}

	static Learner learner(ResultSet row) throws SQLException {
		return new Learner(new LearnerId(row.getObject("id", UUID.class)),
				new PersonId(row.getObject("person", UUID.class)), row.getString("sub"), row.getString("name"));
	}

	/**
	 * Someone as one platform knows them.
	 *
	 * @param name as the platform last gave it; absent if it never did
	 */
	public record Learner(LearnerId id, PersonId person, String sub, @Nullable String name) {

		/** With the name that a message gives; with the earlier one if it gives none. */
		Learner named(LtiUser user) {
			return (user.name() != null) ? new Learner(this.id, this.person, this.sub, user.name()) : this;
		}

	}

}
