package org.mentorprep.launch.door;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * How an LMS announces somebody (OpenID Connect core, section 4; LTI 1.3 core, section
 * 4.1). The target_link_uri must be there but leads nowhere: it is unsigned, the claim in
 * the token decides. So does the deployment.
 */
record LoginInitiation(String issuer, String loginHint, String target, @Nullable String messageHint,
		@Nullable String clientId) {

	private static final int LONGEST = 4096;

	static LoginInitiation of(HttpServletRequest request) {
		String target = required(request, "target_link_uri");
		return new LoginInitiation(required(request, "iss"), required(request, "login_hint"), target,
				optional(request, "lti_message_hint"), optional(request, "client_id"));
	}

	/** As the LMS sent them, save those that we don't look at. */
	Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("iss", this.issuer);
		parameters.put("login_hint", this.loginHint);
		parameters.put("target_link_uri", this.target);
		if (this.clientId != null) {
			parameters.put("client_id", this.clientId);
		}
		return parameters;
	}

	private static String required(HttpServletRequest request, String name) {
		String value = optional(request, name);
		if (value == null) {
			throw new LaunchRefused(Refusal.MALFORMED, "LTI 1.3 core, 4.1: there is no " + name);
		}
		return value;
	}

	private static @Nullable String optional(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		if (values == null) {
			return null;
		}
		if (values.length > 1) {
			throw new LaunchRefused(Refusal.MALFORMED, "RFC 6749, 3.1: there is more than one " + name);
		}
		if (values[0].length() > LONGEST) {
			throw new LaunchRefused(Refusal.MALFORMED, "This is too long: " + name);
		}
		return values[0].isEmpty() ? null : values[0];
	}

}
