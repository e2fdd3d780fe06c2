package org.mentorprep.lti.message;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.message.Claims.ClaimNames;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingSettings;
import org.mentorprep.lti.message.MessageRefused.Fault;

/**
 * Parses the settings of a deep linking request. A response goes where they say, so the
 * address is held against the platform first.
 */
final class DeepLinkingSettingsParser {

	/** Opaque to us; far more than any LMS sends. */
	private static final int LONGEST_DATA = 20_000;

	private DeepLinkingSettingsParser() {
	}

	static DeepLinkingSettings parse(Claims claims, URI platform) {
		Claims settings = claims.object(ClaimNames.DEEP_LINKING);
		if (settings == null) {
			throw new MessageRefused(Fault.TOKEN, "Deep Linking 2.0, 4.4.1: there are no deep_linking_settings");
		}
		// Which document targets the LMS accepts says nothing here: ours fit all of them.
		return new DeepLinkingSettings(returnUrl(settings, platform),
				settings.strings("accept_types").contains(ResourceLinkItem.TYPE),
				settings.isTrue("accept_multiple", false), settings.isTrue("accept_lineitem", true), data(settings));
	}

	private static URI returnUrl(Claims settings, URI platform) {
		URI url = settings.url("deep_link_return_url");
		if (url == null) {
			throw new MessageRefused(Fault.TOKEN, "Deep Linking 2.0, 4.4.1: there is no deep_link_return_url");
		}
		if (url.getRawUserInfo() != null || url.getRawFragment() != null || !origin(url).equals(origin(platform))) {
			throw new MessageRefused(Fault.TOKEN,
					"Deep Linking 2.0, 4.4.1: deep_link_return_url leads away from the platform");
		}
		return url;
	}

	/**
	 * The platform's own address is on TLS or on loopback: whatever equals it is, too.
	 */
	private static String origin(URI url) {
		String scheme = url.getScheme().toLowerCase(Locale.ROOT);
		int port = (url.getPort() != -1) ? url.getPort() : "https".equals(scheme) ? 443 : 80;
		return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
	}

	private static @Nullable String data(Claims settings) {
		String data = settings.unchanged("data");
		if (data != null && (data.length() > LONGEST_DATA || data.indexOf('\0') >= 0)) {
			throw new MessageRefused(Fault.TOKEN, "Deep Linking 2.0, 4.4.1: data is no text that can be given back");
		}
		return data;
	}

}
