package org.mentorprep.lti.message;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * The one way in which an address is read that comes from an LMS (RFC 3986). None throws:
 * what is no address of the web is told apart from what is not there.
 */
public final class WireAddress {

	/** As wide as the columns that keep one. */
	static final int MAX_LENGTH = 2000;

	/** Stands for what an LMS named as an address and nobody can call. */
	public static final URI UNUSABLE = URI.create("urn:mentorprep:unusable-address");

	private WireAddress() {
	}

	/** An absolute http or https URL; absent if it is anything else. */
	public static @Nullable URI read(@Nullable String text) {
		try {
			return (text != null && text.length() <= MAX_LENGTH) ? usable(new URI(text.strip())) : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	/**
	 * What stands in a member for an address: absent if it is blank, and
	 * {@link #UNUSABLE} if something stands there that can't be called.
	 */
	public static @Nullable URI named(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		URI address = read(text);
		return (address != null) ? address : UNUSABLE;
	}

	/**
	 * The same for a reference that may be relative (RFC 3986, section 5.2).
	 * @param base the address of the document in which it stands
	 */
	public static @Nullable URI named(@Nullable String text, URI base) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			URI address = resolve(base, new URI(text.strip()));
			return (text.length() <= MAX_LENGTH && usable(address) != null) ? address : UNUSABLE;
		}
		catch (URISyntaxException | IllegalArgumentException ex) {
			return UNUSABLE;
		}
	}

	/** Java resolves by RFC 2396, which took the last segment away for a query alone. */
	private static URI resolve(URI base, URI reference) throws URISyntaxException {
		boolean queryAlone = !reference.isAbsolute() && reference.getRawAuthority() == null
				&& reference.getRawPath().isEmpty() && reference.getRawQuery() != null;
		if (queryAlone) {
			return new URI(beforeQuery(base) + "?" + reference.getRawQuery());
		}
		URI from = base.getRawPath().isEmpty() ? new URI(beforeQuery(base) + "/") : base;
		return from.resolve(reference);
	}

	/** Whether an address only says that there is none that can be called. */
	public static boolean isUnusable(URI address) {
		return address.toString().startsWith(UNUSABLE.toString());
	}

	/**
	 * An address below another one: the path grows, the query stays to the letter, be it
	 * {@code ids[]=7}.
	 * @param below begins with a slash
	 */
	public static URI below(URI address, String below) {
		String query = (address.getRawQuery() != null) ? "?" + address.getRawQuery() : "";
		return URI.create(beforeQuery(address) + below + query);
	}

	/** An address with one more parameter, which is encoded already. */
	public static URI with(URI address, String parameter) {
		String query = (address.getRawQuery() != null) ? address.getRawQuery() + "&" : "";
		return URI.create(beforeQuery(address) + "?" + query + parameter);
	}

	private static String beforeQuery(URI address) {
		return address.toString().split("[?#]", 2)[0];
	}

	private static @Nullable URI usable(URI address) {
		boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
		return (web && address.getHost() != null) ? address : null;
	}

}
