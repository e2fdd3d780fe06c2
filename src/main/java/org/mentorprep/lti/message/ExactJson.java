package org.mentorprep.lti.message;

import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that has to go back as it came, whatever it is: numbers keep all their digits,
 * objects the order of their members.
 */
final class ExactJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private ExactJson() {
	}

	/**
	 * A member of an object among the claims of a token, as JSON; absent if it is not
	 * there or null.
	 */
	static @Nullable String member(String token, String object, String name) {
		try {
			JsonNode claims = MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
			JsonNode member = claims.path(object).path(name);
			return (member.isMissingNode() || member.isNull()) ? null : MAPPER.writeValueAsString(member);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new MessageRefused(MessageRefused.Reason.TOKEN,
					"RFC 7519, 7.2: the claims are no JSON that can be given back");
		}
	}

	/** As maps, lists, strings, numbers and truths, which a token is made of. */
	static Object read(String json) {
		return MAPPER.readValue(json, Object.class);
	}

}
