package org.mentorprep.registration;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mentorprep.platform.LmsAddress;
import org.mentorprep.platform.LmsAddresses.InvitedHost;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.registration.Invitations.Invitation;
import org.mentorprep.registration.LmsConfiguration.LmsAnswer;

/**
 * Registers the tool with an LMS that holds an invitation: asks the LMS about itself,
 * tells it about us, writes down what came of it. Both requests are outside of any
 * transaction.
 */
@Component
public class DynamicRegistration {

	private final Invitations invitations;

	private final LmsAddress address;

	private final LmsHttp http;

	private final ToolMetadata tool;

	private final RegistrationRecorder recorder;

	DynamicRegistration(Invitations invitations, LmsAddress address, LmsHttp http, ToolMetadata tool,
			RegistrationRecorder recorder) {
		this.invitations = invitations;
		this.address = address;
		this.http = http;
		this.tool = tool;
		this.recorder = recorder;
	}

	/**
	 * Where the LMS says its configuration is, if we may ask there.
	 * @throws RegistrationRefused if it is another host than the invited one
	 */
	URI source(Invitation invitation, String configuration) {
		// The host first: not even its name is looked up if it was not invited.
		String host = InvitedHost.read(configuration);
		if (host != null && !host.equals(invitation.host())) {
			throw new RegistrationRefused(RegistrationRefused.Reason.OTHER_HOST, "The invitation is for another host");
		}
		String objection = this.address.objection(configuration);
		if (objection != null) {
			throw new RegistrationRefused(RegistrationRefused.Reason.ADDRESS, "openid_configuration " + objection,
					"openid_configuration");
		}
		return URI.create(configuration);
	}

	/** The whole exchange; the invitation is spent only if it succeeds. */
	LmsConfiguration register(Invitation invitation, URI source, @Nullable String token, Locale locale) {
		this.invitations.take(invitation);
		try {
			LmsConfiguration lms = configuration(source);
			this.recorder.refuseKnown(lms.issuer());
			LmsAnswer answer = LmsAnswer
				.read(this.http.post(lms.registrationEndpoint(), this.tool.json(lms, locale), token));
			this.recorder.record(invitation, entry(invitation, lms, answer));
			return lms;
		}
		catch (RuntimeException ex) {
			this.invitations.giveBack(invitation);
			throw ex;
		}
	}

	private LmsConfiguration configuration(URI source) {
		LmsHttp.Answer answer = this.http.get(source);
		if (!answer.isSuccess()) {
			throw new RegistrationRefused(RegistrationRefused.Reason.UNUSABLE,
					"The address of the configuration answers with status " + answer.status());
		}
		return LmsConfiguration.read(answer.body(), source, this.address);
	}

	private static PlatformEntry entry(Invitation invitation, LmsConfiguration lms, LmsAnswer answer) {
		return new PlatformEntry(invitation.name(), lms.issuer(), answer.clientId(), Set.of(answer.deploymentId()),
				lms.authorizationEndpoint(), lms.tokenEndpoint(), lms.jwksUri());
	}

	/**
	 * An LMS wanted to register itself and was refused. Nothing in it is personal or
	 * secret.
	 *
	 * @param reference what the page showed and people may quote
	 * @param fault the kind, in one word of the code
	 * @param messageKey key of the words that were shown; {@code .title} follows it
	 * @param cause for whoever runs the tool; of what the LMS wrote it holds nothing
	 */
	public record RegistrationFailed(String reference, String fault, String messageKey, String cause) {
	}

}
