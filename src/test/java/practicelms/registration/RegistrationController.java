package practicelms.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import practicelms.course.Tool;
import practicelms.course.Tools;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes registrations of tools as Moodle's openid-registration.php does: answers 200,
 * says reasons as bare text under the name of text/html, and promises one scope too many.
 */
@RestController
class RegistrationController {

	static final String PATH = "/openid-registration";

	private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

	private final RegistrationTokens tokens;

	private final RegistrationCheck check;

	private final Registrar registrar;

	private final Tools tools;

	private final JsonMapper json;

	RegistrationController(RegistrationTokens tokens, RegistrationCheck check, Registrar registrar, Tools tools,
			JsonMapper json) {
		this.tokens = tokens;
		this.check = check;
		this.registrar = registrar;
		this.tools = tools;
		this.json = json;
	}

	@PostMapping(PATH)
	ResponseEntity<String> register(@RequestHeader(name = "Authorization", required = false) String authorization,
			@RequestHeader(name = "Content-Type", defaultValue = "") String contentType, @RequestBody String body) {
		this.registrar.add(new Registrar.Request(authorization, contentType, body));
		if (this.registrar.spoils(RegistrationFault.ERROR_PAGE)) {
			return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(HTML).body("<h1>Error</h1>");
		}
		try {
			if (this.registrar.spoils(RegistrationFault.ERROR_TEXT)) {
				throw new RegistrationDenied(400, "domain_targetlinkuri_mismatch");
			}
			String clientId = this.tokens.spend((authorization != null) ? authorization : "");
			JsonNode client = client(body);
			this.check.check(client);
			Tool tool = this.tools.add(client.path("client_name").asString(""), clientId, claims(client));
			return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer(client, tool));
		}
		catch (RegistrationDenied ex) {
			return ResponseEntity.status(ex.status()).contentType(HTML).body(ex.getMessage());
		}
	}

	private JsonNode client(String body) throws RegistrationDenied {
		try {
			return this.json.readTree(body);
		}
		catch (JacksonException ex) {
			throw new RegistrationDenied(400, "missing required attribute response_types");
		}
	}

	private static Set<String> claims(JsonNode client) {
		return client.path(RegistrationCheck.TOOL)
			.path("claims")
			.valueStream()
			.map((claim) -> claim.asString(""))
			.collect(Collectors.toSet());
	}

	private String answer(JsonNode client, Tool tool) {
		Map<String, Object> answer = new LinkedHashMap<>();
		if (!this.registrar.spoils(RegistrationFault.NO_CLIENT_ID)) {
			answer.put("client_id", clientId(tool));
		}
		for (String name : new String[] { "response_types", "jwks_uri", "initiate_login_uri", "grant_types",
				"redirect_uris", "application_type", "token_endpoint_auth_method", "client_name" }) {
			answer.put(name, client.path(name));
		}
		answer.put("scope",
				"https://purl.imsglobal.org/spec/lti-ags/scope/lineitem " + client.path("scope").asString(""));
		ObjectNode configuration = (ObjectNode) client.path(RegistrationCheck.TOOL).deepCopy();
		configuration.put("version", "1.3.0");
		if (!this.registrar.spoils(RegistrationFault.NO_DEPLOYMENT_ID)) {
			configuration.put("deployment_id", tool.deploymentId());
		}
		answer.put(RegistrationCheck.TOOL, configuration);
		return this.json.writeValueAsString(answer);
	}

	private String clientId(Tool tool) {
		if (this.registrar.spoils(RegistrationFault.KNOWN_CLIENT_ID)) {
			return "client-of-before";
		}
		return this.registrar.spoils(RegistrationFault.OTHERS_CLIENT_ID) ? Tool.BY_HAND.clientId() : tool.clientId();
	}

}
