package practicelms.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** The access tokens that were given out: each new, older ones stay valid. */
public class AccessTokens {

	static final int LIFE_SECONDS = 3600;

	private final Clock clock;

	private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();

	AccessTokens(Clock clock) {
		this.clock = clock;
	}

	String issue(Set<String> scopes) {
		String value = UUID.randomUUID().toString().replace("-", "");
		this.tokens.put(value, new AccessToken(scopes, this.clock.instant().plusSeconds(LIFE_SECONDS)));
		return value;
	}

	/** Whether the Authorization header holds a living token with one of the scopes. */
	boolean permits(@Nullable String authorization, Set<String> scopes) {
		if (authorization == null || !authorization.startsWith("Bearer ")) {
			return false;
		}
		AccessToken token = this.tokens.get(authorization.substring("Bearer ".length()).trim());
		return token != null && token.expires().isAfter(this.clock.instant())
				&& scopes.stream().anyMatch(token.scopes()::contains);
	}

	/** Forgets every token, as after a restart: the next call is answered with 401. */
	public void forget() {
		this.tokens.clear();
	}

	private record AccessToken(Set<String> scopes, Instant expires) {
	}

}
