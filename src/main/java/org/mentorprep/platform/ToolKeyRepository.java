package org.mentorprep.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.nimbusds.jose.jwk.RSAKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.mentorprep.platform.ToolKeys.KeyRing;
import org.mentorprep.platform.ToolKeys.ToolKey;

/** The rows of the table tool_key, locked and opened by the safe. */
@Component
class ToolKeyRepository {

	private static final String SELECT = "SELECT kid, generation, jwk, created_at, signs_from FROM tool_key";

	private final JdbcClient jdbc;

	private final KeySafe safe;

	ToolKeyRepository(JdbcClient jdbc, KeySafe safe) {
		this.jdbc = jdbc;
		this.safe = safe;
	}

	KeyRing load() {
		return new KeyRing(this.jdbc.sql(SELECT).query(this::key).list());
	}

	/** The same, and until the end of the transaction nobody else changes it. */
	KeyRing loadForUpdate() {
		return new KeyRing(this.jdbc.sql(SELECT + " FOR UPDATE").query(this::key).list());
	}

	/**
	 * @throws org.springframework.dao.DuplicateKeyException if another node was faster
	 */
	void insert(ToolKey key) {
		this.jdbc.sql("INSERT INTO tool_key (kid, generation, jwk, created_at, signs_from) VALUES (?, ?, ?, ?, ?)")
			.params(key.kid(), key.generation(), this.safe.lock(key.kid(), key.key().toJSONString()),
					key.createdAt().atOffset(ZoneOffset.UTC), key.signsFrom().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Whether it was there until now. */
	boolean delete(ToolKey key) {
		return this.jdbc.sql("DELETE FROM tool_key WHERE kid = ?").param(key.kid()).update() == 1;
	}

	/** How many stood in clear although there is a secret, until now. */
	int lockWhatIsOpen() {
		int locked = 0;
		for (Row row : this.jdbc.sql("SELECT kid, jwk FROM tool_key").query(Row.class).list()) {
			if (this.safe.isToBeLocked(row.jwk())) {
				locked += this.jdbc.sql("UPDATE tool_key SET jwk = ? WHERE kid = ? AND jwk = ?")
					.params(this.safe.lock(row.kid(), row.jwk()), row.kid(), row.jwk())
					.update();
			}
		}
		return locked;
	}

	private ToolKey key(ResultSet row, int number) throws SQLException {
		try {
			RSAKey key = RSAKey.parse(this.safe.open(row.getString("kid"), row.getString("jwk")));
			return new ToolKey(row.getInt("generation"), key,
					row.getObject("created_at", OffsetDateTime.class).toInstant(),
					row.getObject("signs_from", OffsetDateTime.class).toInstant());
		}
		catch (ParseException ex) {
			// Without the cause: its message may quote the key.
			throw new IllegalStateException("A key in the table tool_key can't be read");
		}
	}

	private record Row(String kid, String jwk) {

		/** Without the key: records end up in logs. */
		@Override
		public String toString() {
			return this.kid;
		}

	}

}
