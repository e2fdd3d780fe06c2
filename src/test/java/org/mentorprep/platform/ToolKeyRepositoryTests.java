package org.mentorprep.platform;

import java.time.Clock;
import java.util.List;

import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.ConfigurationRefused;
import org.mentorprep.audit.Actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.then;

/** What stands in the database of a private key. */
@Tag("database")
class ToolKeyRepositoryTests {

	private static final String SECRET = "a secret that is long enough";

	private final MigratedDatabase database = MigratedDatabase.emptied();

	@Test
	void withSecretNothingOfAPrivateKeyStandsInTheDatabase() {
		RSAKey key = started(SECRET).keys.signing();
		assertThat(rows()).singleElement().asString().startsWith("{aes-gcm}").doesNotContain(key.getKeyID(), "RSA");
	}

	@Test
	void lockedKeySurvivesRestart() {
		assertThat(started(SECRET).signing()).isEqualTo(started(SECRET).signing());
	}

	@Test
	void keyInClearIsLockedAtTheNextStartWithASecret() {
		String before = started(null).signing();
		KeyHolder node = started(SECRET);
		assertThat(node.signing()).isEqualTo(before);
		assertThat(rows()).allMatch((row) -> row.startsWith("{aes-gcm}"));
		then(node.ledger).should().record(Actor.tool(), "platform.keys-encrypted", "", "1");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "another secret that is long enough" })
	void toolDoesNotStartWithoutTheRightSecret(String other) {
		started(SECRET);
		assertThatExceptionOfType(ConfigurationRefused.class).isThrownBy(() -> started(other))
			.withMessageContaining("mentorprep.keys.secret");
	}

	@Test
	void refusalNamesNoSecret() {
		started(SECRET);
		assertThatExceptionOfType(ConfigurationRefused.class)
			.isThrownBy(() -> started("another secret that is long enough"))
			.satisfies((refused) -> assertThat(refused.toString()).doesNotContain("another secret", SECRET));
	}

	@Test
	void wrongSecretLocksNothing() {
		started(SECRET);
		this.database.jdbc().sql("""
				INSERT INTO tool_key (kid, generation, jwk, created_at, signs_from)
				SELECT 'open', 2, '{}', created_at, signs_from FROM tool_key""").update();
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> started("another secret that is long enough"));
		assertThat(rows()).contains("{}");
	}

	@Test
	void whatBelongsToOneRowOpensNoOther() {
		started(SECRET);
		this.database.jdbc().sql("UPDATE tool_key SET kid = 'other'").update();
		assertThatExceptionOfType(ConfigurationRefused.class).isThrownBy(() -> started(SECRET));
	}

	private KeyHolder started(String secret) {
		return KeyHolder.started(this.database, Clock.systemUTC(), secret);
	}

	private List<String> rows() {
		return this.database.jdbc().sql("SELECT jwk FROM tool_key").query(String.class).list();
	}

}
