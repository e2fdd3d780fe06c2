package practicelms.registration;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import practicelms.course.Site;
import practicelms.service.Scope;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says who the LMS is, as Moodle's openid-configuration.php does. */
@Controller
class OpenIdConfigurationController {

	static final String PATH = "/openid-configuration";

	private static final List<String> SCOPES = Stream.concat(Scope.PERMITTED.stream(), Stream.of("openid")).toList();

	private static final int PIECES = 4096;

	private final Site site;

	private final Registrar registrar;

	private final JsonMapper json;

	OpenIdConfigurationController(Site site, Registrar registrar, JsonMapper json) {
		this.site = site;
		this.registrar = registrar;
		this.json = json;
	}

	@GetMapping({ PATH, "/elsewhere" })
	void configuration(HttpServletResponse response) throws IOException, InterruptedException {
		this.registrar.asked();
		if (this.registrar.spoils(RegistrationFault.REDIRECT)) {
			response.sendRedirect("/elsewhere");
			return;
		}
		response.setContentType("application/json");
		if (this.registrar.spoils(RegistrationFault.HUGE)) {
			for (int i = 0; i < PIECES; i++) {
				response.getWriter().write(" ".repeat(1024));
			}
		}
		for (int i = 0; i < PIECES && this.registrar.spoils(RegistrationFault.SLOW); i++) {
			response.getWriter().write(" ");
			response.flushBuffer();
			this.registrar.pause();
		}
		response.getWriter().write(this.json.writeValueAsString(document()));
	}

	private Map<String, Object> document() {
		String base = this.site.baseUrl();
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("issuer",
				this.registrar.spoils(RegistrationFault.FOREIGN_ISSUER) ? "https://lms.example.org" : base);
		document.put("token_endpoint", base + "/token");
		document.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
		document.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS256"));
		document.put("jwks_uri",
				this.registrar.spoils(RegistrationFault.PRIVATE_ENDPOINT) ? "https://10.0.0.1/jwks" : base + "/jwks");
		document.put("authorization_endpoint", base + "/auth");
		document.put("registration_endpoint", this.site.pagesUrl() + RegistrationController.PATH);
		if (this.site.tokenAudience() != null) {
			document.put("authorization_server", this.site.tokenAudience());
		}
		document.put("scopes_supported", SCOPES);
		document.put("response_types_supported", List.of("id_token"));
		document.put("subject_types_supported", List.of("public", "pairwise"));
		document.put("id_token_signing_alg_values_supported", List.of("RS256"));
		document.put("claims_supported", List.of("sub", "iss", "name", "given_name", "family_name", "email"));
		document.put("https://purl.imsglobal.org/spec/lti-platform-configuration",
				Map.of("product_family_code", "moodle", "version", "4.5.6 (Build: 20250811)", "messages_supported",
						List.of(Map.of("type", "LtiResourceLinkRequest"),
								Map.of("type", "LtiDeepLinkingRequest", "placements", List.of("ContentArea"))),
						"variables", List.of("Context.id.history", "ResourceLink.id", "User.id")));
		if (this.registrar.spoils(RegistrationFault.MISSING_FIELDS)) {
			document.remove("token_endpoint");
			document.remove("jwks_uri");
		}
		return document;
	}

}
