package practicelms.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

	String issue(String clientId, Set<String> scopes) {
		String value = UUID.randomUUID().toString().replace("-", "");
		this.tokens.put(value, new AccessToken(clientId, scopes, this.clock.instant().plusSeconds(LIFE_SECONDS)));
		return value;
	}

	/** Whose living token with one of the scopes the Authorization header holds. */
	Optional<String> clientOf(@Nullable String authorization, Set<String> scopes) {
		if (authorization == null || !authorization.startsWith("Bearer ")) {
			return Optional.empty();
		}
		AccessToken token = this.tokens.get(authorization.substring("Bearer ".length()).trim());
		return Optional.ofNullable(token)
			.filter((known) -> known.expires().isAfter(this.clock.instant()))
			.filter((living) -> scopes.stream().anyMatch(living.scopes()::contains))
			.map(AccessToken::clientId);
	}

	/** Forgets every token, as after a restart: the next call is answered with 401. */
	public void forget() {
		this.tokens.clear();
	}

	private record AccessToken(String clientId, Set<String> scopes, Instant expires) {
	}

}
