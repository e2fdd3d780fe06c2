package org.mentorprep.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Says whether a URL is one we would trust: keys and bearer tokens travel over TLS only
 * (OpenID Connect Core 1.0, section 16.17), save on the machine itself.
 */
public final class WebAddress {

	/** How long a URL may be; the columns that keep one are as wide. */
	public static final int MAX_LENGTH = 2000;

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[(::1|(0{1,4}:){7}0{0,3}1)]");

	private WebAddress() {
	}

	/** What is wrong with this URL, or null if nothing is. */
	public static @Nullable Problem problem(String text) {
		if (text.length() > MAX_LENGTH) {
			return Problem.tooLong(MAX_LENGTH);
		}
		try {
			return problem(new URI(text));
		}
		catch (URISyntaxException ex) {
			return new Problem("no-url", "is not a URL");
		}
	}

	private static @Nullable Problem problem(URI uri) {
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		if (!scheme.equals("https") && !scheme.equals("http")) {
			return new Problem("no-https", "is not an absolute URL that begins with https://");
		}
		String host = uri.getHost();
		if (host == null) {
			return new Problem("no-host", "names no host");
		}
		if (uri.getPort() == 0 || uri.getPort() > 65535) {
			return new Problem("port", "names an impossible port");
		}
		if (uri.getRawUserInfo() != null) {
			return new Problem("user", "holds a user name or password");
		}
		if (uri.getRawFragment() != null) {
			return new Problem("fragment", "holds a fragment (#...)");
		}
		if (scheme.equals("http") && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
			return new Problem("plain-http",
					"uses plain http, which is accepted on loopback only (localhost, 127.0.0.1, [::1]); use https");
		}
		return null;
	}

	/**
	 * Scheme, host and port as browsers word them (RFC 6454, section 6.1): lower case,
	 * and no port that goes without saying. The address must name a host.
	 */
	public static String origin(URI address) {
		String scheme = address.getScheme().toLowerCase(Locale.ROOT);
		int usual = scheme.equals("https") ? 443 : 80;
		int port = address.getPort();
		return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT)
				+ ((port == -1 || port == usual) ? "" : ":" + port);
	}

	/**
	 * As problem, for the name of an issuer: kept to the letter, so it must fit, and
	 * without a query (OpenID Connect Core 1.0, section 2, 'iss').
	 */
	public static @Nullable Problem problemOfIssuer(String text, int maxLength) {
		if (text.contains("?")) {
			return new Problem("query", "holds a query (?...)");
		}
		return (text.length() > maxLength) ? Problem.tooLong(maxLength) : problem(text);
	}

	/**
	 * What is wrong with one value that somebody wrote. Shown as a sentence on the
	 * console and in the log, and beside the field on a page.
	 *
	 * @param key ends the key of its message on a page
	 * @param sentence its words on the console and in the log, after the name of the
	 * field
	 */
	public record Problem(String key, String sentence) {

		static Problem tooLong(int maxLength) {
			return new Problem("too-long", "is longer than " + maxLength + " characters");
		}

	}

}
