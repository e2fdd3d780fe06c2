package org.mentorprep.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Repository;

import org.mentorprep.ConfigurationRefused;
import org.mentorprep.platform.ToolKeys.KeyRing;
import org.mentorprep.platform.ToolKeys.ToolKey;

/** The table tool_key; private keys stand there encrypted if there is a secret. */
@Repository
class ToolKeyRepository {

	private static final String SELECT = "SELECT kid, generation, jwk, created_at, signs_from FROM tool_key";

	private final JdbcClient jdbc;

	private final KeyEncryption encryption;

	ToolKeyRepository(JdbcClient jdbc, KeysProperties properties) {
		this.jdbc = jdbc;
		this.encryption = new KeyEncryption(properties);
	}

	KeyRing load() {
		return keyRing(SELECT);
	}

	/** The same, and until the end of the transaction nobody else changes it. */
	KeyRing loadForUpdate() {
		return keyRing(SELECT + " FOR UPDATE");
	}

	/**
	 * @throws org.springframework.dao.DuplicateKeyException if another node was faster
	 */
	void insert(ToolKey key) {
		this.jdbc.sql("""
				INSERT INTO tool_key (kid, generation, jwk, created_at, signs_from)
				VALUES (:kid, :generation, :jwk, :createdAt, :signsFrom)""")
			.param("kid", key.kid())
			.param("generation", key.generation())
			.param("jwk", this.encryption.encrypt(key.kid(), key.key().toJSONString()))
			.param("createdAt", key.createdAt())
			.param("signsFrom", key.signsFrom())
			.update();
	}

	/** Whether it was there until now. */
	boolean delete(ToolKey key) {
		return this.jdbc.sql("DELETE FROM tool_key WHERE kid = :kid").param("kid", key.kid()).update() == 1;
	}

	/** How many stood in clear although there is a secret, until now. */
	int encryptClearKeys() {
		int encrypted = 0;
		for (Row row : rows(SELECT)) {
			if (this.encryption.isMissing(row.jwk())) {
				encrypted += this.jdbc.sql("UPDATE tool_key SET jwk = :encrypted WHERE kid = :kid AND jwk = :jwk")
					.param("encrypted", this.encryption.encrypt(row.kid(), row.jwk()))
					.param("kid", row.kid())
					.param("jwk", row.jwk())
					.update();
			}
		}
		return encrypted;
	}

	private List<Row> rows(String select) {
		return this.jdbc.sql(select).query(Row.class).list();
	}

	private KeyRing keyRing(String select) {
		return new KeyRing(rows(select).stream().map(this::key).toList());
	}

	private ToolKey key(Row row) {
		try {
			RSAKey key = RSAKey.parse(this.encryption.decrypt(row.kid(), row.jwk()));
			return new ToolKey(row.generation(), key, row.createdAt(), row.signsFrom());
		}
		catch (ParseException ex) {
			// Without the cause: its message may quote the key.
			throw new IllegalStateException("A key in the table tool_key can't be read");
		}
	}

	private record Row(String kid, int generation, String jwk, Instant createdAt, Instant signsFrom) {

		/** Without the key: records end up in logs. */
		@Override
		public String toString() {
			return this.kid;
		}

	}

	/**
	 * Keeps private keys unreadable for whoever has the database but not the secret:
	 * AES-GCM with a key of its own for every row. Spring's shorthand would derive it by
	 * 1,024 rounds of SHA-1, too few for a secret that people chose.
	 */
	private static final class KeyEncryption {

		private static final String PREFIX = "{aes-gcm}";

		/** The secret is long and should be random: this many make guessing hopeless. */
		private static final int ROUNDS = 100_000;

		private static final int KEY_BITS = 256;

		private final @Nullable String secret;

		private final Map<String, BytesEncryptor> encryptors = new ConcurrentHashMap<>();

		KeyEncryption(KeysProperties properties) {
			this.secret = properties.secret();
		}

		/** Whether this text stands in clear, although there is a secret. */
		boolean isMissing(String text) {
			return this.secret != null && !text.startsWith(PREFIX);
		}

		/**
		 * What the row shall hold.
		 * @param kid the row's key id: what belongs to one row opens no other
		 */
		String encrypt(String kid, String text) {
			String known = this.secret;
			return (known == null) ? text : PREFIX + Base64.getEncoder()
				.encodeToString(encryptorOf(kid, known).encrypt(text.getBytes(StandardCharsets.UTF_8)));
		}

		/** What the row means. */
		String decrypt(String kid, String text) {
			if (!text.startsWith(PREFIX)) {
				return text;
			}
			String known = this.secret;
			if (known == null) {
				throw refused("The keys in the table tool_key are encrypted, and mentorprep.keys.secret is not set.");
			}
			try {
				byte[] encrypted = Base64.getDecoder().decode(text.substring(PREFIX.length()));
				return new String(encryptorOf(kid, known).decrypt(encrypted), StandardCharsets.UTF_8);
			}
			catch (IllegalStateException | IllegalArgumentException ex) {
				throw refused("mentorprep.keys.secret does not open the keys in the table tool_key: "
						+ "they were encrypted with another one.");
			}
		}

		/** Deriving a key takes long, on purpose: once for every row. */
		private BytesEncryptor encryptorOf(String kid, String known) {
			return this.encryptors.computeIfAbsent(kid, (salt) -> {
				try {
					byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
						.generateSecret(new PBEKeySpec(known.toCharArray(), salt.getBytes(StandardCharsets.UTF_8),
								ROUNDS, KEY_BITS))
						.getEncoded();
					return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES")).build();
				}
				catch (GeneralSecurityException ex) {
					throw new IllegalStateException("This Java runtime can't derive keys", ex);
				}
			});
		}

		private static ConfigurationRefused refused(String problem) {
			return new ConfigurationRefused(List.of(problem),
					"Set mentorprep.keys.secret (or MENTORPREP_KEYS_SECRET) to the secret that this database was used "
							+ "with before. If it is lost, see 'Keys' in docs/operating.md.");
		}

	}

}
