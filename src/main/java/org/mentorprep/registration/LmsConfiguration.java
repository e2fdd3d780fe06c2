package org.mentorprep.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mentorprep.platform.LmsAddresses;
import org.mentorprep.platform.LmsAddresses.InvitedHost;
import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.WebAddress;

/**
 * What an LMS says about itself (LTI Dynamic Registration 1.0, section 3.2; OpenID
 * Connect Discovery 1.0, section 3), as far as we need it.
 *
 * @param authorizationServer in whose name a token is asked for; absent if it is the
 * token endpoint
 * @param scopes those it offers; empty if it does not say
 * @param family what kind of LMS it is, such as {@code moodle}; empty if it does not say
 */
record LmsConfiguration(String issuer, URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri,
		URI registrationEndpoint, @Nullable String authorizationServer, Set<String> scopes, String family) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String LTI = "https://purl.imsglobal.org/spec/lti-platform-configuration";

	private static final List<String> ENDPOINTS = List.of("authorization_endpoint", "token_endpoint", "jwks_uri",
			"registration_endpoint");

	LmsConfiguration {
		scopes = Set.copyOf(scopes);
	}

	/**
	 * @param source where the document was found: it can only speak for an issuer at the
	 * same host and port (section 3.1)
	 */
	static LmsConfiguration read(String body, URI source, LmsAddresses addresses) {
		JsonNode document = object(body, RegistrationRefused.Reason.UNUSABLE);
		refuseGaps(document);
		String issuer = text(document, "issuer");
		String problem = addresses.problemOfIssuer(issuer);
		if (problem != null) {
			throw new RegistrationRefused(RegistrationRefused.Reason.CONFIGURATION, "The issuer " + problem, "issuer");
		}
		if (!InvitedHost.of(URI.create(issuer)).equals(InvitedHost.of(source))) {
			throw new RegistrationRefused(RegistrationRefused.Reason.ISSUER,
					"LTI Dynamic Registration 1.0, 3.1: the issuer is elsewhere");
		}
		for (String endpoint : ENDPOINTS) {
			String refused = addresses.problem(text(document, endpoint));
			if (refused != null) {
				throw new RegistrationRefused(RegistrationRefused.Reason.ADDRESS, endpoint + " " + refused, endpoint);
			}
		}
		Set<String> scopes = document.path("scopes_supported")
			.valueStream()
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.collect(Collectors.toSet());
		return new LmsConfiguration(issuer, uri(document, "authorization_endpoint"), uri(document, "token_endpoint"),
				uri(document, "jwks_uri"), uri(document, "registration_endpoint"), authorizationServer(document),
				scopes, document.path(LTI).path("product_family_code").asString(""));
	}

	/** Where the LMS is besides, as far as the document says: the operator accepts it. */
	Set<String> sites() {
		return Set.copyOf(List.of(WebAddress.origin(this.registrationEndpoint), WebAddress.origin(this.jwksUri)));
	}

	/** A name, compared to the letter by the LMS alone; nothing is ever sent there. */
	private static @Nullable String authorizationServer(JsonNode document) {
		String name = text(document, "authorization_server");
		if (name.isEmpty()) {
			return null;
		}
		if (PlatformEntry.problem(name, WebAddress.MAX_LENGTH) != null) {
			throw new RegistrationRefused(RegistrationRefused.Reason.CONFIGURATION,
					"LTI Dynamic Registration 1.0, 3.2: authorization_server can't be kept", "authorization_server");
		}
		return name;
	}

	/** All at once, so that they can be put right at once. */
	private static void refuseGaps(JsonNode document) {
		List<String> missing = new ArrayList<>(List.of("issuer"));
		missing.addAll(ENDPOINTS);
		missing.removeIf((name) -> !text(document, name).isBlank());
		if (!missing.isEmpty()) {
			throw new RegistrationRefused(RegistrationRefused.Reason.CONFIGURATION,
					"OpenID Connect Discovery 1.0, 3: the configuration lacks " + String.join(", ", missing),
					missing.toArray(String[]::new));
		}
	}

	static JsonNode object(@Nullable String body, RegistrationRefused.Reason otherwise) {
		try {
			JsonNode document = JSON.readTree((body != null) ? body : "");
			if (document != null && document.isObject()) {
				return document;
			}
		}
		catch (JacksonException ex) {
			// Its message may quote the document.
		}
		throw new RegistrationRefused(otherwise, "What the LMS answered is no JSON object");
	}

	private static String text(JsonNode document, String name) {
		return document.path(name).asString("");
	}

	private static URI uri(JsonNode document, String name) {
		return URI.create(text(document, name));
	}

	/**
	 * As what an LMS registered us (LTI Dynamic Registration 1.0, section 3.5). Its
	 * scopes are not kept: Moodle's promise more than was granted, the answer of the
	 * token endpoint is what counts.
	 *
	 * @param deploymentId absent if the LMS deploys the tool later: a launch brings it
	 */
	record LmsAnswer(String clientId, @Nullable String deploymentId) {

		private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

		private static final int LONGEST_QUOTE = 200;

		static LmsAnswer read(LmsHttp.Answer answer) {
			if (!answer.isSuccess()) {
				throw RegistrationRefused.quoting(RegistrationRefused.Reason.TURNED_DOWN,
						"The LMS answered with status " + answer.status(), quote(answer.body()));
			}
			JsonNode client = LmsConfiguration.object(answer.body(), RegistrationRefused.Reason.ANSWER);
			String clientId = client.path("client_id").asString("");
			String deploymentId = client.path(TOOL).path("deployment_id").asString("");
			List<String> missing = new ArrayList<>();
			if (!canBeKept(clientId)) {
				missing.add("client_id");
			}
			if (!deploymentId.isBlank() && !canBeKept(deploymentId)) {
				missing.add("deployment_id");
			}
			if (!missing.isEmpty()) {
				throw new RegistrationRefused(RegistrationRefused.Reason.ANSWER,
						"The answer lacks " + String.join(", ", missing), missing.toArray(String[]::new));
			}
			return new LmsAnswer(clientId, deploymentId.isBlank() ? null : deploymentId);
		}

		private static boolean canBeKept(String id) {
			return PlatformEntry.problem(id, PlatformEntry.MAX_ID_LENGTH) == null;
		}

		/**
		 * Moodle's reasons are bare text; a page of HTML is none that could be quoted.
		 */
		private static @Nullable String quote(String body) {
			String text = body.strip();
			return (text.isEmpty() || text.length() > LONGEST_QUOTE || text.indexOf('<') >= 0) ? null : text;
		}

	}

}
