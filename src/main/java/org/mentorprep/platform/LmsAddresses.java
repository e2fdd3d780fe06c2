package org.mentorprep.platform;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/**
 * Decides which addresses of an LMS we call: https and public, or else a host that the
 * operator allowed. Checks them when an LMS registers, and again before each call: a name
 * may have led to a public address then, and into our own network now.
 */
@Component
public class LmsAddresses {

	private final RegistrationProperties properties;

	private final PublicAddresses addresses;

	private final Platforms platforms;

	@Autowired
	LmsAddresses(RegistrationProperties properties, Platforms platforms) {
		this(properties, new PublicAddresses(properties), platforms);
	}

	public LmsAddresses(RegistrationProperties properties, PublicAddresses addresses, Platforms platforms) {
		this.properties = properties;
		this.addresses = addresses;
		this.platforms = platforms;
	}

	/**
	 * Whether a registered LMS may be called there; every caller asks just before the
	 * call. Java keeps what a name led to for half a minute, so that the call goes where
	 * this looked. An LMS that the operator entered, and did not register itself, may
	 * have a private address.
	 */
	public boolean mayBeCalled(PlatformId platform, URI address) {
		try {
			this.addresses.resolve(address.getHost());
			return true;
		}
		catch (PublicAddresses.NotPublic ex) {
			return this.platforms.registration(platform)
				.filter((registration) -> registration.origin() != Platform.Origin.DYNAMIC)
				.isPresent();
		}
		catch (UnknownHostException ex) {
			// The call itself finds that out, and says so.
			return true;
		}
	}

	/**
	 * What is wrong with an address that an LMS names when it registers, for the log;
	 * null if nothing is.
	 */
	public @Nullable String problem(String text) {
		return problem(text, WebAddress.problem(text));
	}

	/** The same for an issuer, which is kept to the letter. */
	public @Nullable String problemOfIssuer(String text) {
		return problem(text, WebAddress.problemOfIssuer(text, PlatformEntry.MAX_ID_LENGTH));
	}

	private @Nullable String problem(String text, WebAddress.@Nullable Problem problem) {
		if (problem != null && !problem.key().equals("plain-http")) {
			return problem.sentence();
		}
		URI address = URI.create(text);
		if (this.properties.allows(address.getHost())) {
			return null;
		}
		if (!InvitedHost.isTls(address)) {
			return "does not begin with https://";
		}
		try {
			this.addresses.resolve(address.getHost());
			return null;
		}
		catch (PublicAddresses.NotPublic ex) {
			return "leads into a private network";
		}
		catch (UnknownHostException ex) {
			return "names a host that can't be found";
		}
	}

	/** For the HTTP client: connects to public and allowed addresses only. */
	public PublicAddresses resolver() {
		return this.addresses;
	}

	/**
	 * Host and port of an LMS in the form that an invitation keeps and compares: lower
	 * case, and without a port that goes without saying.
	 */
	public static final class InvitedHost {

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
	@Validated
	@ConfigurationProperties("mentorprep.registration")
	public record RegistrationProperties(@DefaultValue Set<@NotBlank String> allowedHosts,
			@DurationMin(millis = 1, message = "must be longer than zero") @DefaultValue("7d") Duration invitationLife,
			@DefaultValue("false") boolean askForEmail,
			@DurationMin(millis = 1, message = "must be longer than zero") @DefaultValue("10s") Duration timeLimit) {

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
