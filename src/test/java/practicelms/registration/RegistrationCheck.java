package practicelms.registration;

import java.net.URI;
import java.util.List;

import practicelms.course.Site;
import tools.jackson.databind.JsonNode;

/** What Moodle wants of a registration request, in its words. */
class RegistrationCheck {

	static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

	private static final List<String> REQUIRED = List.of("response_types", "initiate_login_uri", "redirect_uris",
			"client_name", "jwks_uri", "token_endpoint_auth_method", TOOL);

	private final Site site;

	RegistrationCheck(Site site) {
		this.site = site;
	}

	void check(JsonNode client) throws RegistrationDenied {
		for (String name : REQUIRED) {
			require(client.hasNonNull(name), "missing required attribute " + name);
		}
		require(contains(client.path("response_types"), "id_token"), "invalid_response_types");
		require("private_key_jwt".equals(client.path("token_endpoint_auth_method").asString("")),
				"invalid token_endpoint_auth_method");
		require("web".equals(client.path("application_type").asString("web")), "invalid application_type");
		JsonNode tool = client.path(TOOL);
		String domain = tool.path("domain").asString("");
		require(!domain.isEmpty(), "missing required attribute domain");
		String target = tool.path("target_link_uri").asString("https://" + domain);
		require(URI.create(target).getAuthority().equals(domain), "domain_targetlinkuri_mismatch");
		for (JsonNode message : tool.path("messages")) {
			require(message.hasNonNull("type"), "missing required attribute type");
		}
		require(contains(client.path("redirect_uris"), this.site.toolLaunch()), "invalid redirect_uris");
	}

	private static boolean contains(JsonNode array, String text) {
		return array.valueStream().anyMatch((value) -> text.equals(value.asString("")));
	}

	private static void require(boolean fulfilled, String text) throws RegistrationDenied {
		if (!fulfilled) {
			throw new RegistrationDenied(400, text);
		}
	}

}
