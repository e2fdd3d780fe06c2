package org.mentorprep.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import org.mentorprep.launch.CookieCheck.LoginAgainPage;
import org.mentorprep.launch.LaunchRefused.Hint;
import org.mentorprep.launch.LaunchRefused.Received;
import org.mentorprep.launch.PendingLaunches.Begun;
import org.mentorprep.launch.PendingLaunches.PendingLaunch;
import org.mentorprep.platform.Framing;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Secret;
import org.mentorprep.platform.ToolUrl;

/** Login initiation: the LMS announces a user, and the tool asks the LMS who that is. */
@Controller
class LoginController {

	/** Less than our own limits for the headers of a request and of a response. */
	private static final int LONGEST_ADDRESS = 11_000;

	private final Platforms platforms;

	private final PendingLaunches pendingLaunches;

	private final ToolUrl toolUrl;

	LoginController(Platforms platforms, PendingLaunches pendingLaunches, ToolUrl toolUrl) {
		this.platforms = platforms;
		this.pendingLaunches = pendingLaunches;
		this.toolUrl = toolUrl;
	}

	/** A page, or nothing if the response redirects to the LMS. */
	@RequestMapping(path = LaunchFilter.LOGIN, method = { RequestMethod.GET, RequestMethod.POST })
	@Nullable ModelAndView login(HttpServletRequest request, HttpServletResponse response) {
		try {
			LoginInitiation login = LoginInitiation.of(request);
			Platform platform = platform(login, request);
			URI again = again(login);
			String once = CookieCheck.once(request);
			Optional<Begun> before = (once != null) ? this.pendingLaunches.begunBy(once) : Optional.empty();
			if (before.isPresent()) {
				redirect(response, HttpStatus.SEE_OTHER, ledTo(before.get(), request));
				return null;
			}
			if (CookieCheck.isUnsure(request)) {
				return cookiePage(CookieCheck.named(again, once), CookieCheck.isSecondLook(request), response);
			}
			redirectToLms(login, platform, once, response);
			return null;
		}
		catch (LaunchRefused refused) {
			request.setAttribute(LaunchFilter.REFUSED, refused);
			return new ModelAndView("forward:" + LaunchFilter.REFUSED);
		}
	}

	/**
	 * The LMS's hint can be used once: whether our cookie comes back is found out before
	 * it is spent, and the way into a window of its own is the same login once more.
	 */
	private static ModelAndView cookiePage(URI again, boolean secondLook, HttpServletResponse response) {
		if (secondLook) {
			return new ModelAndView("launch/one-more-click", "page", new LoginAgainPage(again));
		}
		response.addHeader(HttpHeaders.SET_COOKIE, CookieCheck.probe().toString());
		return new ModelAndView("launch/checking", "page",
				new LoginAgainPage(URI.create(again + "&" + CookieCheck.PARAMETER + "=1")));
	}

	/**
	 * All of it goes to the LMS in an address: too long for ours is too long for that.
	 */
	private static URI again(LoginInitiation login) {
		URI again = withQuery(URI.create(LaunchFilter.LOGIN), login.parameters(), login.messageHint());
		if (again.toString().length() > LONGEST_ADDRESS) {
			throw new LaunchRefused(LaunchRefused.Reason.TOO_LONG,
					"RFC 9110, 4.1: this is too long to be passed on in an address");
		}
		return again;
	}

	/** Where our address led whoever opens it again, in a browser with their session. */
	private static String ledTo(Begun before, HttpServletRequest request) {
		return LaunchedUser.of((Authentication) request.getUserPrincipal())
			.flatMap(before::ledTo)
			.orElseThrow(LoginController::openedBefore);
	}

	private static LaunchRefused openedBefore() {
		return new LaunchRefused(LaunchRefused.Reason.OPENED_BEFORE,
				"The hint of the LMS can be used once, and the address that holds it was opened before");
	}

	private void redirectToLms(LoginInitiation login, Platform platform, @Nullable String once,
			HttpServletResponse response) {
		String secret = Secret.fresh();
		PendingLaunch pending;
		try {
			pending = this.pendingLaunches.begin(platform, Secret.hash(secret), once);
		}
		catch (DuplicateKeyException ex) {
			throw openedBefore();
		}
		response.addHeader(HttpHeaders.SET_COOKIE, pending.cookie(secret).toString());
		redirect(response, HttpStatus.FOUND, authenticationRequest(login, platform, pending).toString());
	}

	private static void redirect(HttpServletResponse response, HttpStatus status, String address) {
		response.setStatus(status.value());
		response.setHeader(HttpHeaders.LOCATION, address);
	}

	/** The registration that the login means: never a guess among several. */
	private Platform platform(LoginInitiation login, HttpServletRequest request) {
		List<Platform> ofIssuer = this.platforms.ofIssuer(login.issuer());
		List<Platform> named = ofIssuer.stream()
			.filter((platform) -> login.clientId() == null || platform.clientId().equals(login.clientId()))
			.toList();
		named.stream().findFirst().ifPresent((platform) -> Framing.allow(request, platform));
		List<Platform> open = named.stream().filter(Platform::letsIn).toList();
		if (open.size() == 1) {
			return open.get(0);
		}
		if (named.isEmpty()) {
			throw new LaunchRefused(LaunchRefused.Reason.PLATFORM_UNKNOWN,
					"LTI 1.3 core, 3.1.3: no registration for this issuer and client id",
					Received.issuer(login.issuer(), login.clientId(), hint(login.issuer(), !ofIssuer.isEmpty())));
		}
		throw open.isEmpty()
				? new LaunchRefused(LaunchRefused.Reason.PLATFORM_DISABLED, "The registration is not enabled")
				: new LaunchRefused(LaunchRefused.Reason.PLATFORM_AMBIGUOUS,
						"LTI 1.3 core, 4.1.3: several registrations, and the login names no client_id");
	}

	private @Nullable Hint hint(String issuer, boolean known) {
		if (known) {
			return Hint.CLIENT;
		}
		String other = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer + "/";
		return this.platforms.ofIssuer(other).isEmpty() ? null : Hint.SLASH;
	}

	/** 1EdTech security framework 1.0, section 5.1.1.2. */
	private URI authenticationRequest(LoginInitiation login, Platform platform, PendingLaunch pending) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("scope", "openid");
		parameters.put("response_type", "id_token");
		parameters.put("response_mode", "form_post");
		parameters.put("prompt", "none");
		parameters.put("client_id", platform.clientId());
		parameters.put("redirect_uri", this.toolUrl.at(LaunchFilter.LAUNCH).toString());
		parameters.put("login_hint", login.loginHint());
		parameters.put("state", pending.state());
		parameters.put("nonce", pending.nonce());
		return withQuery(platform.authorizationEndpoint(), parameters, login.messageHint());
	}

	/** Strictly encoded: Moodle's message hint is JSON. A query that is there stays. */
	private static URI withQuery(URI endpoint, Map<String, String> parameters, @Nullable String messageHint) {
		if (messageHint != null) {
			parameters.put("lti_message_hint", messageHint);
		}
		UriComponentsBuilder query = UriComponentsBuilder.newInstance();
		parameters.keySet().forEach((name) -> query.queryParam(name, "{" + name + "}"));
		String more = query.encode().buildAndExpand(parameters).getQuery();
		return URI.create(endpoint + ((endpoint.getRawQuery() != null) ? "&" : "?") + more);
	}

	/**
	 * How an LMS announces somebody (OpenID Connect core, section 4; LTI 1.3 core,
	 * section 4.1). The target_link_uri must be there but leads nowhere: it is unsigned,
	 * the claim in the token decides. So does the deployment.
	 */
	record LoginInitiation(String issuer, String loginHint, String target, @Nullable String messageHint,
			@Nullable String clientId) {

		/** Encoded, as it goes to the LMS. */
		private static final int LONGEST = 8192;

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
				throw new LaunchRefused(LaunchRefused.Reason.MALFORMED, "LTI 1.3 core, 4.1: there is no " + name);
			}
			return value;
		}

		private static @Nullable String optional(HttpServletRequest request, String name) {
			String[] values = request.getParameterValues(name);
			if (values == null) {
				return null;
			}
			if (values.length > 1) {
				throw new LaunchRefused(LaunchRefused.Reason.MALFORMED,
						"RFC 6749, 3.1: there is more than one " + name);
			}
			if (values[0].length() > LONGEST || UriUtils.encode(values[0], StandardCharsets.UTF_8).length() > LONGEST) {
				throw new LaunchRefused(LaunchRefused.Reason.TOO_LONG, "This is too long: " + name);
			}
			return values[0].isEmpty() ? null : values[0];
		}

	}

}
