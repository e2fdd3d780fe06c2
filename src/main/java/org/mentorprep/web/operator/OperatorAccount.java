package org.mentorprep.web.operator;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.stereotype.Component;

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

	private static final Pattern ENCODED = Pattern.compile("\\{(noop|bcrypt|argon2|scrypt|pbkdf2)(@\\w+)?}.+");

	private final @Nullable AuthenticationManager manager;

	OperatorAccount(OperatorProperties properties) {
		String password = properties.password();
		this.manager = (password != null && !password.isBlank()) ? manager(password) : null;
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

}
