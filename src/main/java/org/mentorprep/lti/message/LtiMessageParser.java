package org.mentorprep.lti.message;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;

import org.mentorprep.lti.message.Claims.ClaimNames;
import org.mentorprep.lti.message.DeepLinkingResponse.ResourceLinkItem;
import org.mentorprep.lti.message.LtiMessage.CourseContext;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingRequest;
import org.mentorprep.lti.message.LtiMessage.DeepLinkingSettings;
import org.mentorprep.lti.message.LtiMessage.Gradebook;
import org.mentorprep.lti.message.LtiMessage.LtiUser;
import org.mentorprep.lti.message.LtiMessage.ResourceLink;
import org.mentorprep.lti.message.LtiMessage.ResourceLinkRequest;
import org.mentorprep.lti.message.LtiMessage.SubmissionReviewRequest;
import org.mentorprep.lti.message.MessageRefused.Reason;

/** Parses a token that passed all checks into the message that it is. */
final class LtiMessageParser {

	/** The scopes of AGS 2.0, section 3.1; others are left out. */
	private static final Set<String> GRADE_SCOPES = Set.of("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
			"https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly",
			"https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly", Gradebook.SCORE_SCOPE);

	/** Opaque to us; far more than any LMS sends. */
	private static final int LONGEST_DATA = 20_000;

	private LtiMessageParser() {
	}

	static LtiMessage parse(Jwt token) {
		Claims claims = new Claims(token.getClaims());
		String type = String.valueOf(claims.text(ClaimNames.MESSAGE_TYPE));
		return switch (type) {
			case "LtiResourceLinkRequest" -> resourceLinkRequest(claims);
			case "LtiDeepLinkingRequest" -> new DeepLinkingRequest(user(claims), deploymentId(claims), roles(claims),
					context(claims), settings(claims, token.getTokenValue()));
			case "LtiSubmissionReviewRequest" ->
				new SubmissionReviewRequest(resourceLinkRequest(claims), forUser(claims));
			default -> throw new MessageRefused(Reason.MESSAGE_TYPE,
					"LTI 1.3 core, 5.3.1: the tool does not know this type of message", type);
		};
	}

	private static ResourceLinkRequest resourceLinkRequest(Claims claims) {
		return new ResourceLinkRequest(user(claims), deploymentId(claims), roles(claims), resourceLink(claims),
				context(claims), gradebook(claims), launchReturn(claims), claims.custom());
	}

	private static LtiUser user(Claims claims) {
		return new LtiUser(claims.id("sub", "LTI 1.3 core, 5.3.6.1: sub"), name(claims));
	}

	private static String deploymentId(Claims claims) {
		return claims.id(ClaimNames.DEPLOYMENT_ID, "LTI 1.3 core, 5.3.3: deployment_id");
	}

	private static Roles roles(Claims claims) {
		return new Roles(claims.strings(ClaimNames.ROLES));
	}

	private static String forUser(Claims claims) {
		Claims forUser = claims.object(ClaimNames.FOR_USER);
		if (forUser == null) {
			throw new MessageRefused(Reason.TOKEN, "LTI submission review 1.0, 4.2: there is no for_user");
		}
		return forUser.id("user_id", "LTI submission review 1.0, 4.2: for_user has no user_id");
	}

	private static @Nullable String name(Claims claims) {
		String full = claims.text("name");
		if (full != null) {
			return full;
		}
		String given = claims.text("given_name");
		String family = claims.text("family_name");
		if (given == null || family == null) {
			return (given != null) ? given : family;
		}
		// Read once more, for the two together may be longer than a text may be.
		return new Claims(Map.of("name", given + " " + family)).text("name");
	}

	private static ResourceLink resourceLink(Claims claims) {
		Claims link = claims.object(ClaimNames.RESOURCE_LINK);
		if (link == null) {
			throw new MessageRefused(Reason.TOKEN, "LTI 1.3 core, 5.3.5: there is no resource_link");
		}
		return new ResourceLink(link.id("id", "LTI 1.3 core, 5.3.5: the resource_link has no id"), link.text("title"));
	}

	private static @Nullable CourseContext context(Claims claims) {
		Claims context = claims.object(ClaimNames.CONTEXT);
		if (context == null) {
			return null;
		}
		return new CourseContext(context.id("id", "LTI 1.3 core, 5.4.1: the context has no id"), context.text("title"));
	}

	private static @Nullable Gradebook gradebook(Claims claims) {
		Claims service = claims.object(ClaimNames.GRADEBOOK);
		if (service == null) {
			return null;
		}
		Set<String> scopes = service.strings("scope")
			.stream()
			.filter(GRADE_SCOPES::contains)
			.collect(Collectors.toUnmodifiableSet());
		return new Gradebook(scopes, service.namedUrl("lineitem"), service.namedUrl("lineitems"));
	}

	/** Absent if it is no address that a browser may be led to. */
	private static @Nullable URI launchReturn(Claims claims) {
		Claims presentation = claims.object(ClaimNames.PRESENTATION);
		URI url = (presentation != null) ? presentation.url("return_url") : null;
		return (url != null && url.getRawUserInfo() == null) ? url : null;
	}

	private static DeepLinkingSettings settings(Claims claims, String token) {
		Claims settings = claims.object(ClaimNames.DEEP_LINKING);
		if (settings == null) {
			throw new MessageRefused(Reason.TOKEN, "Deep Linking 2.0, 4.4.1: there are no deep_linking_settings");
		}
		// Which document targets the LMS accepts says nothing here: ours fit all of them.
		return new DeepLinkingSettings(returnUrl(settings),
				settings.strings("accept_types").contains(ResourceLinkItem.TYPE),
				settings.isTrue("accept_multiple", false), settings.isTrue("accept_lineitem", true), data(token));
	}

	/** Whether it is at a site of the LMS is for whoever knows these. */
	private static URI returnUrl(Claims settings) {
		URI url = settings.url("deep_link_return_url");
		if (url == null) {
			throw new MessageRefused(Reason.TOKEN, "Deep Linking 2.0, 4.4.1: there is no deep_link_return_url");
		}
		if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
			throw new MessageRefused(Reason.TOKEN,
					"Deep Linking 2.0, 4.4.1: deep_link_return_url holds a user name or a fragment");
		}
		return url;
	}

	private static @Nullable String data(String token) {
		String data = ExactJson.member(token, ClaimNames.DEEP_LINKING, "data");
		if (data != null && data.length() > LONGEST_DATA) {
			throw new MessageRefused(Reason.TOKEN, "Deep Linking 2.0, 4.4.1: data is too long to be given back");
		}
		return data;
	}

}
