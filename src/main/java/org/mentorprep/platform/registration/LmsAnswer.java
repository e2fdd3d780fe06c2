package org.mentorprep.platform.registration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mentorprep.platform.PlainText;
import org.mentorprep.platform.registry.PlatformEntry;

/**
 * As what an LMS registered us (LTI Dynamic Registration 1.0, section 3.5). Its scopes
 * are not kept: Moodle's promise more than was granted, the answer of the token endpoint
 * is what counts.
 */
record LmsAnswer(String clientId, String deploymentId) {

	private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

	private static final int LONGEST_QUOTE = 200;

	static LmsAnswer read(LmsHttp.Answer answer) {
		if (!answer.isSuccess()) {
			throw RegistrationRefused.quoting(Fault.TURNED_DOWN, "The LMS answered with status " + answer.status(),
					quote(answer.body()));
		}
		JsonNode client = LmsConfiguration.object(answer.body(), Fault.ANSWER);
		String clientId = client.path("client_id").asString("");
		String deploymentId = client.path(TOOL).path("deployment_id").asString("");
		List<String> missing = new ArrayList<>();
		if (!canBeKept(clientId)) {
			missing.add("client_id");
		}
		if (!canBeKept(deploymentId)) {
			missing.add("deployment_id");
		}
		if (!missing.isEmpty()) {
			throw new RegistrationRefused(Fault.ANSWER, "The answer lacks " + String.join(", ", missing),
					missing.toArray(String[]::new));
		}
		return new LmsAnswer(clientId, deploymentId);
	}

	private static boolean canBeKept(String id) {
		return PlainText.objection(id, PlatformEntry.MAX_ID_LENGTH) == null;
	}

	/** Moodle's reasons are bare text; a page of HTML is none that could be quoted. */
	private static @Nullable String quote(String body) {
		String text = body.strip();
		return (text.isEmpty() || text.length() > LONGEST_QUOTE || text.indexOf('<') >= 0) ? null : text;
	}

}
