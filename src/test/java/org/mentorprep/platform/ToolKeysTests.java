package org.mentorprep.platform;

import java.time.Clock;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.mentorprep.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("database")
@Tag("sql")
class ToolKeysTests {

	private final MigratedDatabase database = MigratedDatabase.emptied();

	@Test
	void keySurvivesRestart() {
		assertThat(started().signing()).isEqualTo(started().signing());
	}

	@Test
	void nodesThatStartAtOnceSignWithTheSameKey() throws Exception {
		assertThat(SeveralNodes.atOnce(() -> started().signing())).hasSize(4).containsOnly(started().signing());
		assertThat(this.database.jdbc().sql("SELECT COUNT(*) FROM tool_key").query(Integer.class).single()).isOne();
	}

	@Test
	void signingKeyIsAnRs256KeyOf2048BitsWithItsPrivatePart() {
		RSAKey key = started().signing();
		assertThat(key.isPrivate()).isTrue();
		assertThat(key.size()).isEqualTo(2048);
		assertThat(key.getKeyID()).isNotBlank();
		assertThat(key.getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
		assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
	}

	@Test
	void publishesThePublicPartOfTheSigningKey() {
		ToolKeys keys = started();
		assertThat(keys.published().getKeys()).containsExactly(keys.signing().toPublicJWK());
	}

	@Test
	void knownKeysDoWhileTheDatabaseIsAway() {
		SettableClock clock = new SettableClock();
		KeyHolder node = KeyHolder.started(this.database, clock);
		String signing = node.signing();
		this.database.jdbc().sql("ALTER TABLE tool_key RENAME TO tool_key_away").update();
		try {
			clock.advance(KeyHolder.AHEAD);
			assertThat(node.signing()).isEqualTo(signing);
		}
		finally {
			this.database.jdbc().sql("ALTER TABLE tool_key_away RENAME TO tool_key").update();
		}
	}

	private ToolKeys started() {
		return KeyHolder.started(this.database, Clock.systemUTC()).keys;
	}

}
