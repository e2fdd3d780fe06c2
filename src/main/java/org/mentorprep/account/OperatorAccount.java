package org.mentorprep.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.stereotype.Component;

import org.mentorprep.platform.ToolUrl;

/**
 * The one account of whoever runs the tool. Its password comes from the configuration.
 */
@Component
class OperatorAccount {

	static final String NAME = "operator";

	static final String ROLE = "OPERATOR";

	private static final Logger log = LoggerFactory.getLogger(OperatorAccount.class);

	/** A password in clear should be at least this long. */
	private static final int LONG_ENOUGH = 12;

	/** As many as Spring Security takes for the password itself. */
	private static final int ROUNDS = 310_000;

	private static final Pattern ENCODED = Pattern.compile("\\{(noop|bcrypt|argon2|scrypt|pbkdf2)(@\\w+)?}.+");

	private final @Nullable AuthenticationManager manager;

	private final String fingerprint;

	OperatorAccount(OperatorProperties properties, ToolUrl toolUrl) {
		String configured = properties.password();
		String password = (configured != null && !configured.isBlank()) ? configured : null;
		this.manager = (password != null) ? manager(password) : null;
		this.fingerprint = (password != null) ? fingerprint(password, toolUrl) : "";
		if (this.manager == null) {
			log.info("There are no pages at /operator: set mentorprep.operator.password "
					+ "(or MENTORPREP_OPERATOR_PASSWORD) to switch them on");
		}
	}

	boolean exists() {
		return this.manager != null;
	}

	/** Checks the password. */
	AuthenticationManager manager() {
		if (this.manager == null) {
			throw new IllegalStateException("There is no operator's account");
		}
		return this.manager;
	}

	/** The same for this password on every node, another for any other password. */
	String fingerprint() {
		return this.fingerprint;
	}

	/**
	 * Sessions keep it in the database, where it must be no shorter way to the password
	 * than a guess at the sign-in. Made once, for it is slow on purpose.
	 */
	private static String fingerprint(String password, ToolUrl toolUrl) {
		byte[] salt = toolUrl.base().toString().getBytes(StandardCharsets.UTF_8);
		try {
			byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
				.generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256))
				.getEncoded();
			return HexFormat.of().formatHex(derived);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static AuthenticationManager manager(String password) {
		var users = new InMemoryUserDetailsManager(
				User.withUsername(NAME).password(encoded(password)).roles(ROLE).build());
		var provider = new DaoAuthenticationProvider(users);
		provider.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
		return new ProviderManager(provider);
	}

	/**
	 * A password in clear is hashed at the start, so that it is compared in constant time
	 * and slowly. Not by bcrypt, which takes 72 bytes at most.
	 */
	private static String encoded(String password) {
		if (ENCODED.matcher(password).matches()) {
			return password;
		}
		if (password.length() < LONG_ENOUGH) {
			log.warn("mentorprep.operator.password is short: choose one of at least {} characters", LONG_ENOUGH);
		}
		return "{pbkdf2@SpringSecurity_v5_8}" + Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password);
	}

	/**
	 * Whether there are operator's pages, and who gets in.
	 *
	 * @param password in clear, or encoded and with its prefix such as {@code {bcrypt}};
	 * without one the pages don't exist
	 */
	@ConfigurationProperties("mentorprep.operator")
	record OperatorProperties(@Nullable String password) {

		/** Without the password: properties end up in logs. */
		@Override
		public String toString() {
			return "operator's properties";
		}

	}

}
