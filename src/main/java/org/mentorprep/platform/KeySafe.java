package org.mentorprep.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Keeps private keys unreadable for whoever has the database but not the secret: AES-GCM
 * with a key of its own for every row. Spring's shorthand would derive it by 1,024 rounds
 * of SHA-1, too few for a secret that people chose.
 */
@Component
class KeySafe {

	private static final String LOCKED = "{aes-gcm}";

	/** The secret is long and should be random: this many make guessing hopeless. */
	private static final int ROUNDS = 100_000;

	private static final int KEY_BITS = 256;

	private final @Nullable String secret;

	private final Map<String, BytesEncryptor> locks = new ConcurrentHashMap<>();

	KeySafe(KeysProperties properties) {
		this.secret = properties.secret();
	}

	/** Whether this text stands in clear, although there is a secret. */
	boolean isToBeLocked(String text) {
		return this.secret != null && !text.startsWith(LOCKED);
	}

	/**
	 * What the row shall hold.
	 * @param kid the row's key id: what belongs to one row opens no other
	 */
	String lock(String kid, String text) {
		String known = this.secret;
		return (known == null) ? text : LOCKED
				+ Base64.getEncoder().encodeToString(lockOf(kid, known).encrypt(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** What the row means. */
	String open(String kid, String text) {
		if (!text.startsWith(LOCKED)) {
			return text;
		}
		String known = this.secret;
		if (known == null) {
			throw refused("The keys in the table tool_key are encrypted, and mentorprep.keys.secret is not set.");
		}
		try {
			byte[] locked = Base64.getDecoder().decode(text.substring(LOCKED.length()));
			return new String(lockOf(kid, known).decrypt(locked), StandardCharsets.UTF_8);
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			throw refused("mentorprep.keys.secret does not open the keys in the table tool_key: "
					+ "they were encrypted with another one.");
		}
	}

	/** Deriving a key takes long, on purpose: once for every row. */
	private BytesEncryptor lockOf(String kid, String known) {
		return this.locks.computeIfAbsent(kid, (salt) -> {
			try {
				byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
					.generateSecret(new PBEKeySpec(known.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ROUNDS,
							KEY_BITS))
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
