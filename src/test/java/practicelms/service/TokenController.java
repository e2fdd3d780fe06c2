package practicelms.service;

import java.text.ParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import practicelms.course.Tools;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives access tokens for signed assertions (LTI security framework, section 4.1), in the
 * order and with the oddities of Moodle's token.php: JSON under the name of text/html,
 * 400 for every error, and texts put into the JSON as they are.
 */
@RestController
class TokenController {

	private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

	private final AssertionCheck check;

	private final Tools tools;

	private final AccessTokens tokens;

	private final Faults faults;

	private final Received received;

	TokenController(AssertionCheck check, Tools tools, AccessTokens tokens, Faults faults, Received received) {
		this.check = check;
		this.tools = tools;
		this.tokens = tokens;
		this.faults = faults;
		this.received = received;
	}

	@PostMapping("/token")
	ResponseEntity<String> token(HttpServletRequest request) {
		Map<String, String> form = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
		ResponseEntity<String> answer = answer(request, form);
		this.received.add(new ReceivedTokenRequest(Map.copyOf(form), answer.getStatusCode().value()));
		return answer;
	}

	private ResponseEntity<String> answer(HttpServletRequest request, Map<String, String> form) {
		if (this.faults.isDown(Faults.Door.TOKENS)) {
			return ResponseEntity.status(503).contentType(HTML).body("<h1>Service Unavailable</h1>");
		}
		try {
			checkForm(request, form);
			String clientId = checkAssertion(form.get("client_assertion"));
			Set<String> scopes = granted(form.get("scope"));
			return ResponseEntity.ok()
				.contentType(HTML)
				.body("""
						{
						  "access_token" : "%s",
						  "token_type" : "Bearer",
						  "expires_in" : %d,
						  "scope" : "%s"
						}
						""".formatted(this.tokens.issue(clientId, scopes), AccessTokens.LIFE_SECONDS,
						String.join(" ", scopes)));
		}
		catch (AssertionCheck.Invalid ex) {
			return ResponseEntity.badRequest().contentType(HTML).body("""
					{
					  "error" : "%s"
					}
					""".formatted(ex.getMessage()));
		}
	}

	private static void checkForm(HttpServletRequest request, Map<String, String> form) throws AssertionCheck.Invalid {
		String contentType = StringUtils.hasText(request.getContentType()) ? request.getContentType() : "";
		require(contentType.split(";", 2)[0].trim().equals(MediaType.APPLICATION_FORM_URLENCODED_VALUE),
				"invalid_request");
		for (String name : new String[] { "client_assertion", "client_assertion_type", "grant_type", "scope" }) {
			require(StringUtils.hasLength(form.get(name)), "invalid_request");
		}
		require("client_credentials".equals(form.get("grant_type"))
				&& "urn:ietf:params:oauth:client-assertion-type:jwt-bearer".equals(form.get("client_assertion_type")),
				"unsupported_grant_type");
	}

	/** Whose assertion it is. */
	private String checkAssertion(String text) throws AssertionCheck.Invalid {
		try {
			SignedJWT assertion = SignedJWT.parse(text);
			String subject = assertion.getJWTClaimsSet().getSubject();
			require(StringUtils.hasLength(subject), "invalid_request");
			require(this.tools.find(subject).isPresent(), "invalid_client");
			this.check.verify(assertion);
			return subject;
		}
		catch (ParseException ex) {
			throw new AssertionCheck.Invalid("invalid_request");
		}
	}

	/** What was asked and is permitted; an error only if that is nothing. */
	private static Set<String> granted(String asked) throws AssertionCheck.Invalid {
		Set<String> scopes = new LinkedHashSet<>(Arrays.asList(asked.split(" ")));
		scopes.retainAll(Scope.PERMITTED);
		require(!scopes.isEmpty(), "invalid_scope");
		return scopes;
	}

	private static void require(boolean fulfilled, String error) throws AssertionCheck.Invalid {
		if (!fulfilled) {
			throw new AssertionCheck.Invalid(error);
		}
	}

}
