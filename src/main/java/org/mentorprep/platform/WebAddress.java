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
final class WebAddress {

	/** How long a URL may be; the columns that keep one are as wide. */
	static final int MAX_LENGTH = 2000;

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[(::1|(0{1,4}:){7}0{0,3}1)]");

	private WebAddress() {
	}

	/** What is wrong with this URL, or null if nothing is. */
	static @Nullable String objection(String text) {
		if (text.length() > MAX_LENGTH) {
			return "is longer than " + MAX_LENGTH + " characters";
		}
		try {
			return objection(new URI(text));
		}
		catch (URISyntaxException ex) {
			return "is not a URL";
		}
	}

	private static @Nullable String objection(URI uri) {
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		if (!scheme.equals("https") && !scheme.equals("http")) {
			return "is not an absolute URL that begins with https://";
		}
		String host = uri.getHost();
		if (host == null) {
			return "names no host";
		}
		if (uri.getPort() == 0 || uri.getPort() > 65535) {
			return "names an impossible port";
		}
		if (uri.getRawUserInfo() != null) {
			return "holds a user name or password";
		}
		if (uri.getRawFragment() != null) {
			return "holds a fragment (#...)";
		}
		if (scheme.equals("http") && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
			return "uses plain http, which is accepted on loopback only (localhost, 127.0.0.1, [::1]); use https";
		}
		return null;
	}

}
