package org.mentorprep.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Our own keys: the one that signs, and what the LMSs may see. The first is made at the
 * first start and kept in the database, so that it survives a restart and is the same on
 * every node. Read once a start: a question costs no SQL.
 */
@Component
public class ToolKeys implements InitializingBean {

	private static final int FIRST_GENERATION = 1;

	/** At least 2048 bits (RFC 7518, section 3.3). */
	private static final int KEY_BITS = 2048;

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile @Nullable List<RSAKey> newestFirst;

	ToolKeys(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		keys();
	}

	/** The key that signs now, with its private part, key id and algorithm RS256. */
	public RSAKey signing() {
		return keys().get(0);
	}

	/** All published keys, public parts only. */
	public JWKSet published() {
		return new JWKSet(keys().stream().<JWK>map(RSAKey::toPublicJWK).toList());
	}

	private List<RSAKey> keys() {
		List<RSAKey> keys = this.newestFirst;
		if (keys == null) {
			keys = load();
			if (keys.isEmpty()) {
				keepFirst(generate());
				keys = load();
			}
			this.newestFirst = keys;
		}
		return keys;
	}

	private List<RSAKey> load() {
		return this.jdbc.sql("SELECT jwk FROM tool_key ORDER BY generation DESC").query(ToolKeys::key).list();
	}

	/** Of two nodes that start at once, one keeps its key and the other uses that one. */
	private void keepFirst(RSAKey key) {
		try {
			this.jdbc.sql("INSERT INTO tool_key (kid, generation, jwk, created_at) VALUES (?, ?, ?, ?)")
				.param(key.getKeyID())
				.param(FIRST_GENERATION)
				.param(key.toJSONString())
				.param(this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
		}
		catch (DuplicateKeyException ex) {
			// The other node was faster; its key is ours too.
		}
	}

	private static RSAKey generate() {
		try {
			return new RSAKeyGenerator(KEY_BITS).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyIDFromThumbprint(true)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This Java runtime can't make RSA keys", ex);
		}
	}

	private static RSAKey key(ResultSet row, int number) throws SQLException {
		try {
			return RSAKey.parse(row.getString("jwk"));
		}
		catch (ParseException ex) {
			// Without the cause: its message may quote the key.
			throw new IllegalStateException("A key in the table tool_key can't be read");
		}
	}

}
