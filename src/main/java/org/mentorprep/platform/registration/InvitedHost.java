package org.mentorprep.platform.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Host and port of an LMS in the form that an invitation keeps and compares: lower case,
 * and without a port that goes without saying.
 */
public final class InvitedHost {

	/** As wide as the column. */
	private static final int MAX_LENGTH = 260;

	private InvitedHost() {
	}

	/**
	 * What somebody typed or pasted, a whole address too; null if it names no host.
	 */
	public static @Nullable String read(String typed) {
		try {
			String text = typed.strip();
			URI address = new URI(text.contains("://") ? text : "https://" + text);
			if (address.getHost() == null || address.getRawUserInfo() != null) {
				return null;
			}
			String host = of(address);
			return (host.length() <= MAX_LENGTH) ? host : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	static String of(URI address) {
		int usual = isTls(address) ? 443 : 80;
		int port = address.getPort();
		return address.getHost().toLowerCase(Locale.ROOT) + ((port == -1 || port == usual) ? "" : ":" + port);
	}

	static boolean isTls(URI address) {
		return "https".equalsIgnoreCase(address.getScheme());
	}

}
