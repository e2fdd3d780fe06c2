package org.mentorprep.lti.message;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.mentorprep.lti.message.Claims.ClaimNames;

/**
 * What was chosen, told to the LMS (Deep Linking 2.0, section 4.5): an empty list says
 * that nothing was.
 *
 * @param clientId the tool, as the platform knows it; here it is the issuer
 * @param data as it came with the request, as JSON; absent if none did
 */
public record DeepLinkingResponse(String clientId, String platformIssuer, String deploymentId, @Nullable String data,
		List<ResourceLinkItem> items) {

	/** Moodle refuses a token that was issued a single second ahead of its clock. */
	private static final Duration BACKDATED = Duration.ofSeconds(5);

	/** Without JavaScript somebody has to press the button first. */
	private static final Duration LIFE = Duration.ofMinutes(10);

	public DeepLinkingResponse {
		items = List.copyOf(items);
	}

	/** Signed as the LMS reads it (1EdTech security framework 1.0, section 5.2). */
	public String sign(RSAKey key, Instant now) {
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build(),
					claims(now));
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The key of the tool can't sign", ex);
		}
	}

	private JWTClaimsSet claims(Instant now) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(this.clientId)
			.audience(this.platformIssuer)
			.issueTime(Date.from(now.minus(BACKDATED)))
			.expirationTime(Date.from(now.plus(LIFE)))
			.claim("nonce", UUID.randomUUID().toString())
			.claim(ClaimNames.DEPLOYMENT_ID, this.deploymentId)
			.claim(ClaimNames.MESSAGE_TYPE, "LtiDeepLinkingResponse")
			.claim(ClaimNames.VERSION, "1.3.0")
			.claim(ClaimNames.CONTENT_ITEMS, this.items.stream().map(ResourceLinkItem::json).toList());
		if (this.data != null) {
			claims.claim(ClaimNames.DATA, ExactJson.read(this.data));
		}
		return claims.build();
	}

	/**
	 * One link to be placed (Deep Linking 2.0, section 4.3.5 'LTI Resource Link'). Within
	 * it everything is as LMSs take it: whole numbers up to 100, custom values that are
	 * one line of text.
	 *
	 * @param lineItem comes with it; absent if the LMS wants none
	 */
	public record ResourceLinkItem(String title, String text, URI url, Map<String, String> custom,
			@Nullable LineItem lineItem) {

		static final String TYPE = "ltiResourceLink";

		public ResourceLinkItem {
			custom = Map.copyOf(custom);
			custom.values().forEach(ResourceLinkItem::requireOneLine);
		}

		/** A line break in a custom value begins another parameter in Moodle. */
		private static void requireOneLine(String value) {
			if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
				throw new IllegalArgumentException("A custom value is one line of text");
			}
		}

		Map<String, Object> json() {
			Map<String, Object> json = new LinkedHashMap<>(
					Map.of("type", TYPE, "title", this.title, "text", this.text, "url", this.url.toString()));
			json.put("custom", this.custom);
			if (this.lineItem != null) {
				json.put("lineItem", this.lineItem.json(this.url));
			}
			return json;
		}

		/**
		 * The line item that comes with a link (AGS 2.0, section 3.2).
		 *
		 * @param scoreMaximum from 1 to 100: Moodle falls back to 100 in silence, or
		 * refuses to save the activity
		 * @param resourceId the tool's own id of what is graded
		 */
		public record LineItem(int scoreMaximum, String label, String resourceId, String tag) {

			public LineItem {
				if (scoreMaximum < 1 || scoreMaximum > 100) {
					throw new IllegalArgumentException("A line item goes from 1 to 100");
				}
			}

			/** Says that submissions can be reviewed (LTI submission review 1.0, 3). */
			private Map<String, Object> json(URI launch) {
				return Map.of("scoreMaximum", this.scoreMaximum, "label", this.label, "resourceId", this.resourceId,
						"tag", this.tag, "submissionReview", Map.of("reviewableStatus",
								List.of("InProgress", "Submitted", "Completed"), "url", launch.toString()));
			}

		}

	}

}
