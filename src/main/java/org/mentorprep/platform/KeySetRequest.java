package org.mentorprep.platform;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the key set of one platform, and keeps of it what can check an RS256 signature.
 * Nimbus's own parser refuses a whole set for one bad entry; here a bad entry harms only
 * itself (RFC 7517, section 5: ignore keys not understood).
 */
final class KeySetRequest implements JWKSetSource<SecurityContext> {

	private static final Logger log = LoggerFactory.getLogger(KeySetRequest.class);

	/** Without these there is no key (RFC 7518, section 6.3.1) or none that is named. */
	private static final Set<String> NEEDED = Set.of("kty", "n", "e", "kid", "alg", "use");

	private static final Set<String> USES = Set.of("sig", "enc");

	private static final int MOST_SAID = 5;

	private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

	private static final int READ_TIMEOUT_MILLIS = 5_000;

	/** RS256 needs a key of 2048 bits or more (RFC 7518, section 3.3). */
	private static final int MIN_KEY_BITS = 2048;

	private final Platform platform;

	private final LmsAddresses addresses;

	private final URI uri;

	private volatile @Nullable Fetched last;

	private volatile List<String> said = List.of();

	private final DefaultResourceRetriever retriever = new WithoutRedirects();

	KeySetRequest(Platform platform, LmsAddresses addresses) {
		this.platform = platform;
		this.addresses = addresses;
		this.uri = platform.jwksUri();
		this.retriever.setHeaders(Map.of("Accept", List.of("application/json")));
	}

	@Override
	public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long currentTime, @Nullable SecurityContext context)
			throws JWKSetUnavailableException {
		return usable(fetch());
	}

	private String fetch() throws JWKSetRetrievalException {
		try {
			if (!this.addresses.mayBeCalled(this.platform.id(), this.uri)) {
				throw new IOException("it leads into a private network");
			}
			return this.retriever.retrieveResource(this.uri.toURL()).getContent();
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new JWKSetRetrievalException("No key set from " + this.uri + ": " + ex.getMessage(), ex);
		}
	}

	/** Of the set that was fetched last, unless that was longer ago. */
	List<JWK> known(JWKSelector selector, Duration atMost) {
		Fetched last = this.last;
		return (last != null && System.nanoTime() - last.at() < atMost.toNanos()) ? selector.select(last.keys())
				: List.of();
	}

	/**
	 * Refuses a set without a usable key, so that it can't push out the known keys.
	 */
	private JWKSet usable(String json) throws JWKSetParseException {
		List<JWK> keys = new ArrayList<>();
		List<String> notUsed = new ArrayList<>();
		try {
			List<Object> entries = JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(json), "keys");
			for (Object entry : (entries != null) ? entries : List.of()) {
				RSAKey key = usableKey(entry, notUsed);
				if (key != null) {
					keys.add(key);
				}
			}
		}
		catch (ParseException ex) {
			throw new JWKSetParseException("What " + this.uri + " answers is no key set", ex);
		}
		say(notUsed);
		if (keys.isEmpty()) {
			throw new JWKSetParseException("No usable RSA key in the key set of " + this.uri,
					new ParseException("No usable RSA key", 0));
		}
		JWKSet set = new JWKSet(keys);
		this.last = new Fetched(set, System.nanoTime());
		return set;
	}

	/** Once, and again only when it is something else. */
	private void say(List<String> notUsed) {
		if (!notUsed.isEmpty() && !notUsed.equals(this.said)) {
			log.warn("Not used of the key set of platform {}: {}", this.platform.id(),
					notUsed.stream().limit(MOST_SAID).collect(Collectors.joining("; ")));
		}
		this.said = notUsed;
	}

	/** What is sound of an entry: its numbers, and whatever else can be read. */
	private static @Nullable RSAKey usableKey(Object entry, List<String> notUsed) {
		if (!(entry instanceof Map<?, ?> members) || !"RSA".equals(members.get("kty"))) {
			notUsed.add("an entry that is no RSA key");
			return null;
		}
		try {
			RSAKey key = key(members, notUsed);
			if (key.toRSAPublicKey().getModulus().bitLength() >= MIN_KEY_BITS) {
				return key;
			}
			notUsed.add("a key of less than " + MIN_KEY_BITS + " bits");
		}
		catch (ParseException | JOSEException | RuntimeException ex) {
			notUsed.add("an RSA key that can't be read");
		}
		return null;
	}

	private static RSAKey key(Map<?, ?> members, List<String> notUsed) throws ParseException {
		Map<String, Object> read = new LinkedHashMap<>();
		members.forEach((name, member) -> read.put(String.valueOf(name), member));
		if (read.containsKey("use") && !USES.contains(String.valueOf(read.get("use")))) {
			notUsed.add("an unknown use of a key");
			read.remove("use");
		}
		try {
			return RSAKey.parse(read).toPublicJWK();
		}
		catch (ParseException | RuntimeException ex) {
			// The same without what is for our information only.
			notUsed.add("odd members of a key");
		}
		Map<String, Object> needed = new LinkedHashMap<>(read);
		needed.keySet().retainAll(NEEDED);
		needed.computeIfPresent("kid", (name, kid) -> (kid instanceof Number number)
				? new BigDecimal(number.toString()).toPlainString() : kid);
		if (!(needed.get("alg") instanceof String)) {
			needed.remove("alg");
		}
		return RSAKey.parse(needed).toPublicJWK();
	}

	@Override
	public void close() {
		// Nothing stays open between two requests.
	}

	/**
	 * A registered URL is the only one we ask: a redirect could lead to a host nobody
	 * registered, or inside our own network.
	 */
	private static final class WithoutRedirects extends DefaultResourceRetriever {

		private WithoutRedirects() {
			super(CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, PlatformKeys.SIZE_LIMIT);
		}

		@Override
		protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
			HttpURLConnection connection = super.openHTTPConnection(url);
			connection.setInstanceFollowRedirects(false);
			return connection;
		}

	}

	private record Fetched(JWKSet keys, long at) {
	}

}
