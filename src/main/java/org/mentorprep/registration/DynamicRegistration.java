package org.mentorprep.registration;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import org.mentorprep.platform.LmsAddresses;
import org.mentorprep.platform.LmsAddresses.InvitedHost;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.RoleMapping;
import org.mentorprep.platform.Platforms;
import org.mentorprep.registration.Invitations.Invitation;
import org.mentorprep.registration.LmsConfiguration.LmsAnswer;

/**
 * Registers the tool with an LMS that holds an invitation: reads what the LMS says of
 * itself, tells it about us, stores the registration. Both requests are outside of any
 * transaction.
 */
@Component
public class DynamicRegistration {

	private final Invitations invitations;

	private final LmsAddresses addresses;

	private final LmsHttp http;

	private final ToolMetadata tool;

	private final Platforms platforms;

	DynamicRegistration(Invitations invitations, LmsAddresses addresses, LmsHttp http, ToolMetadata tool,
			Platforms platforms) {
		this.invitations = invitations;
		this.addresses = addresses;
		this.http = http;
		this.tool = tool;
		this.platforms = platforms;
	}

	/**
	 * Where the LMS says its configuration is, if we may call it.
	 * @throws RegistrationRefused if it is another host than the invited one
	 */
	URI source(Invitation invitation, String configuration) {
		// The host first: not even its name is looked up if it was not invited.
		String host = InvitedHost.read(configuration);
		if (host != null && !host.equals(invitation.host())) {
			throw new RegistrationRefused(RegistrationRefused.Reason.OTHER_HOST, "The invitation is for another host");
		}
		String problem = this.addresses.problem(configuration);
		if (problem != null) {
			throw new RegistrationRefused(RegistrationRefused.Reason.ADDRESS, "openid_configuration " + problem,
					"openid_configuration");
		}
		return URI.create(configuration);
	}

	/** The whole exchange; the invitation is spent only if it succeeds. */
	Registered register(Invitation invitation, URI source, @Nullable String token, Locale locale) {
		this.invitations.take(invitation);
		try {
			LmsConfiguration lms = configuration(source);
			refuseKnown(lms.issuer());
			LmsAnswer answer = LmsAnswer
				.read(this.http.post(lms.registrationEndpoint(), this.tool.json(lms, locale), token));
			this.invitations.spend(invitation, entry(invitation, lms, answer), lms.sites());
			return new Registered(lms.family(), answer.deploymentId() != null);
		}
		catch (DuplicateKeyException ex) {
			this.invitations.giveBack(invitation);
			throw known();
		}
		catch (RuntimeException ex) {
			this.invitations.giveBack(invitation);
			throw ex;
		}
	}

	/**
	 * Looked up before the LMS is told anything: a second registration of the same LMS
	 * would split each of its people in two. A disabled one does not stand in the way. A
	 * unique column keeps out those that register at the same moment.
	 */
	private void refuseKnown(String issuer) {
		if (this.platforms.ofIssuer(issuer).stream().anyMatch(Platform::letsIn)) {
			throw known();
		}
	}

	private static RegistrationRefused known() {
		return new RegistrationRefused(RegistrationRefused.Reason.KNOWN, "This LMS is registered already");
	}

	private LmsConfiguration configuration(URI source) {
		LmsHttp.Answer answer = this.http.get(source);
		if (!answer.isSuccess()) {
			throw new RegistrationRefused(RegistrationRefused.Reason.UNUSABLE,
					"The address of the configuration answers with status " + answer.status());
		}
		return LmsConfiguration.read(answer.body(), source, this.addresses);
	}

	private static PlatformEntry entry(Invitation invitation, LmsConfiguration lms, LmsAnswer answer) {
		String deploymentId = answer.deploymentId();
		return new PlatformEntry(invitation.name(), lms.issuer(), answer.clientId(),
				(deploymentId != null) ? Set.of(deploymentId) : Set.of(), lms.authorizationEndpoint(),
				lms.tokenEndpoint(), lms.jwksUri(), lms.authorizationServer(), Set.of(), RoleMapping.DEFAULT);
	}

	/**
	 * An LMS that registered itself.
	 *
	 * @param family what kind of LMS it is; empty if it does not say
	 * @param complete whether it named a deployment
	 */
	record Registered(String family, boolean complete) {
	}

	/**
	 * An LMS wanted to register itself and was refused. Nothing in it is personal or
	 * secret.
	 *
	 * @param reference what the page showed and people may quote
	 * @param reason the kind, in one word of the code
	 * @param messageKey key of the message that was shown; {@code .title} follows it
	 * @param cause for whoever runs the tool; of what the LMS wrote it holds nothing
	 * @param network that of the browser
	 */
	public record RegistrationFailed(String reference, String reason, String messageKey, String cause, String network) {
	}

}
