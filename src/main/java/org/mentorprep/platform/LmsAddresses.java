package org.mentorprep.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says which addresses of an LMS may be called. An LMS that registered itself chose them:
 * its name may have led to a public address then, and into our own network now.
 */
public interface LmsAddresses {

	/** Asked just before each call, whoever it is that calls. */
	boolean mayBeCalled(PlatformId platform, URI address);

	/**
	 * Host and port of an LMS in the form that an invitation keeps and compares: lower
	 * case, and without a port that goes without saying.
	 */
	public final static class InvitedHost {

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

		public static String of(URI address) {
			int usual = isTls(address) ? 443 : 80;
			int port = address.getPort();
			return address.getHost().toLowerCase(Locale.ROOT) + ((port == -1 || port == usual) ? "" : ":" + port);
		}

		static boolean isTls(URI address) {
			return "https".equalsIgnoreCase(address.getScheme());
		}

	}

	/**
	 * How far registration by an LMS may go.
	 *
	 * @param allowedHosts hosts that may have a private address, and may be called by
	 * plain http: for practice, or an LMS on site; names or addresses without a port
	 * @param invitationLife how long an invitation can be used
	 * @param askForEmail whether the LMS is asked to pass on e-mail addresses; the tool
	 * does not need them
	 * @param timeLimit how long one request to an LMS may take in all
	 */
	@ConfigurationProperties("mentorprep.registration")
	record RegistrationProperties(@DefaultValue Set<String> allowedHosts, @DefaultValue("7d") Duration invitationLife,
			@DefaultValue("false") boolean askForEmail, @DefaultValue("10s") Duration timeLimit) {

		public RegistrationProperties {
			allowedHosts = allowedHosts.stream()
				.map((host) -> host.strip().toLowerCase(Locale.ROOT))
				.collect(Collectors.toUnmodifiableSet());
		}

		boolean allows(String host) {
			return this.allowedHosts.contains(host.toLowerCase(Locale.ROOT));
		}

	}

}
