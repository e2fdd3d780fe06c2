package org.mentorprep.platform;

import java.net.URI;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import org.mentorprep.platform.LmsAddresses.InvitedHost;
import org.mentorprep.platform.LmsAddresses.RegistrationProperties;

/**
 * Which addresses of an LMS we accept in a registration: https and public, or else a host
 * that the operator allowed.
 */
@Component
public class LmsAddress {

	private final RegistrationProperties properties;

	private final PublicAddresses addresses;

	@Autowired
	LmsAddress(RegistrationProperties properties) {
		this(properties, new PublicAddresses(properties));
	}

	public LmsAddress(RegistrationProperties properties, PublicAddresses addresses) {
		this.properties = properties;
		this.addresses = addresses;
	}

	/** As objection, for an issuer, which is kept to the letter. */
	public @Nullable String objectionToIssuer(String text) {
		return objection(text, WebAddress.objectionToIssuer(text, PlatformEntry.MAX_ID_LENGTH));
	}

	/** What is wrong with it, for the log; null if nothing is. */
	public @Nullable String objection(String text) {
		return objection(text, WebAddress.objection(text));
	}

	private @Nullable String objection(String text, @Nullable Objection objection) {
		if (objection != null && !objection.key().equals("plain-http")) {
			return objection.sentence();
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

	public PublicAddresses addresses() {
		return this.addresses;
	}

}
