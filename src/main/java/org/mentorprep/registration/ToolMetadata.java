package org.mentorprep.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.mentorprep.platform.LmsAddresses.RegistrationProperties;
import org.mentorprep.platform.ToolUrl;

/**
 * What the tool says about itself when it registers (LTI Dynamic Registration 1.0,
 * section 3.4; OpenID Connect Registration 1.0, section 2).
 */
@Component
class ToolMetadata {

	private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";

	/**
	 * In what we use services for: grades, and who is expected. Moodle lets nobody look
	 * after line items without the first.
	 */
	private static final List<String> SCOPES = List.of(AGS + "lineitem", AGS + "result.readonly", AGS + "score",
			"https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly");

	/**
	 * Without them Moodle passes on no name, and course staff could tell nobody apart.
	 */
	private static final List<String> CLAIMS = List.of("iss", "sub", "name", "given_name", "family_name");

	private final ToolUrl toolUrl;

	private final RegistrationProperties properties;

	private final MessageSource messages;

	ToolMetadata(ToolUrl toolUrl, RegistrationProperties properties, MessageSource messages) {
		this.toolUrl = toolUrl;
		this.properties = properties;
		this.messages = messages;
	}

	/** The body of the registration request. */
	String json(LmsConfiguration lms, Locale locale) {
		String launch = this.toolUrl.at("/lti/launch").toString();
		Map<String, Object> client = new LinkedHashMap<>();
		client.put("application_type", "web");
		client.put("response_types", List.of("id_token"));
		client.put("grant_types", List.of("implicit", "client_credentials"));
		client.put("initiate_login_uri", this.toolUrl.at("/lti/login").toString());
		client.put("redirect_uris", List.of(launch));
		client.put("client_name", message("registration.tool.name", locale));
		client.put("jwks_uri", this.toolUrl.at("/.well-known/jwks.json").toString());
		client.put("token_endpoint_auth_method", "private_key_jwt");
		client.put("scope", String.join(" ", scopes(lms)));
		client.put("https://purl.imsglobal.org/spec/lti-tool-configuration", tool(launch, locale));
		return JsonMapper.shared().writeValueAsString(client);
	}

	private Map<String, Object> tool(String launch, Locale locale) {
		Map<String, Object> tool = new LinkedHashMap<>();
		// With the port: Moodle compares it to the host and port of the launch URL.
		tool.put("domain", this.toolUrl.base().getAuthority());
		tool.put("target_link_uri", launch);
		tool.put("description", message("registration.tool.description", locale));
		tool.put("custom_parameters", Map.of("ctx_history", "$Context.id.history"));
		tool.put("claims", claims());
		tool.put("messages", List.of(Map.of("type", "LtiDeepLinkingRequest", "target_link_uri", launch)));
		return tool;
	}

	/** Only what the LMS offers: some turn a registration down for one scope too many. */
	private static List<String> scopes(LmsConfiguration lms) {
		return lms.scopes().isEmpty() ? SCOPES : SCOPES.stream().filter(lms.scopes()::contains).toList();
	}

	private List<String> claims() {
		List<String> claims = new ArrayList<>(CLAIMS);
		if (this.properties.askForEmail()) {
			claims.add("email");
		}
		return claims;
	}

	private String message(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
