package org.mentorprep.platform;

import java.time.Clock;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("database")
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

	private ToolKeys started() {
		ToolKeys keys = new ToolKeys(this.database.jdbc(), Clock.systemUTC());
		keys.afterPropertiesSet();
		return keys;
	}

}
