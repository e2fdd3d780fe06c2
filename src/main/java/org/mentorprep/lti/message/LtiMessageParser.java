package org.mentorprep.lti.message;

import java.net.URI;
import java.util.Locale;
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

	/**
	 * Parses a token.
	 * @param platform where the LMS meets the browser: nobody is sent elsewhere
	 */
	static LtiMessage parse(Jwt token, URI platform) {
		Claims claims = new Claims(token.getClaims());
		String type = String.valueOf(claims.text(ClaimNames.MESSAGE_TYPE));
		return switch (type) {
			case "LtiResourceLinkRequest" -> resourceLinkRequest(claims, platform);
			case "LtiDeepLinkingRequest" -> new DeepLinkingRequest(user(claims), deploymentId(claims), roles(claims),
					context(claims), settings(claims, platform, token.getTokenValue()));
			case "LtiSubmissionReviewRequest" ->
				new SubmissionReviewRequest(resourceLinkRequest(claims, platform), forUser(claims));
			default -> throw new MessageRefused(Reason.MESSAGE_TYPE,
					"LTI 1.3 core, 5.3.1: the tool does not know this type of message", type);
		};
	}

	private static ResourceLinkRequest resourceLinkRequest(Claims claims, URI platform) {
		return new ResourceLinkRequest(user(claims), deploymentId(claims), roles(claims), resourceLink(claims),
				context(claims), gradebook(claims), claims.custom(), returnUrl(claims, platform));
	}

	/** An address that leads elsewhere is worth no refusal: there is just no way back. */
	private static @Nullable URI returnUrl(Claims claims, URI platform) {
		Claims presentation = claims.object(ClaimNames.LAUNCH_PRESENTATION);
		URI url = (presentation != null) ? presentation.url("return_url") : null;
		return (url != null && leadsTo(platform, url)) ? url : null;
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

	/**
	 * A response goes where the settings say, so the address is compared with the
	 * platform's first.
	 */
	private static DeepLinkingSettings settings(Claims claims, URI platform, String token) {
		Claims settings = claims.object(ClaimNames.DEEP_LINKING);
		if (settings == null) {
			throw new MessageRefused(Reason.TOKEN, "Deep Linking 2.0, 4.4.1: there are no deep_linking_settings");
		}
		// Which document targets the LMS accepts says nothing here: ours fit all of them.
		return new DeepLinkingSettings(deepLinkReturnUrl(settings, platform),
				settings.strings("accept_types").contains(ResourceLinkItem.TYPE),
				settings.isTrue("accept_multiple", false), settings.isTrue("accept_lineitem", true), data(token));
	}

	private static URI deepLinkReturnUrl(Claims settings, URI platform) {
		URI url = settings.url("deep_link_return_url");
		if (url == null) {
			throw new MessageRefused(Reason.TOKEN, "Deep Linking 2.0, 4.4.1: there is no deep_link_return_url");
		}
		if (!leadsTo(platform, url)) {
			throw new MessageRefused(Reason.TOKEN,
					"Deep Linking 2.0, 4.4.1: deep_link_return_url leads away from the platform");
		}
		return url;
	}

	/** Whether an address is one of the platform's own. */
	private static boolean leadsTo(URI platform, URI url) {
		return url.getRawUserInfo() == null && url.getRawFragment() == null && origin(url).equals(origin(platform));
	}

	/**
	 * The platform's own address is on TLS or on loopback: whatever equals it is, too.
	 */
	private static String origin(URI url) {
		String scheme = url.getScheme().toLowerCase(Locale.ROOT);
		int port = (url.getPort() != -1) ? url.getPort() : "https".equals(scheme) ? 443 : 80;
		return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
	}

	private static @Nullable String data(String token) {
		String data = ExactJson.member(token, ClaimNames.DEEP_LINKING, "data");
		if (data != null && data.length() > LONGEST_DATA) {
			throw new MessageRefused(Reason.TOKEN, "Deep Linking 2.0, 4.4.1: data is too long to be given back");
		}
		return data;
	}

}
