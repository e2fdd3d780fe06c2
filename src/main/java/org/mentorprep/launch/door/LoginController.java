package org.mentorprep.launch.door;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

import org.mentorprep.platform.Framing;
import org.mentorprep.platform.Platform;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.Secret;
import org.mentorprep.platform.ToolUrl;

/** Login initiation: the LMS announces somebody, we ask it who that is. */
@Controller
class LoginController {

	private final Platforms platforms;

	private final PendingLaunches pendingLaunches;

	private final ToolUrl toolUrl;

	private final Refusals refusals;

	LoginController(Platforms platforms, PendingLaunches pendingLaunches, ToolUrl toolUrl, Refusals refusals) {
		this.platforms = platforms;
		this.pendingLaunches = pendingLaunches;
		this.toolUrl = toolUrl;
		this.refusals = refusals;
	}

	@RequestMapping(path = "/lti/login", method = { RequestMethod.GET, RequestMethod.POST })
	ResponseEntity<Void> login(HttpServletRequest request) {
		LoginInitiation login = LoginInitiation.of(request);
		Platform platform = platform(login, request);
		String secret = Secret.fresh();
		PendingLaunch pending = this.pendingLaunches.begin(platform, Secret.hash(secret));
		return ResponseEntity.status(HttpStatus.FOUND)
			.header(HttpHeaders.SET_COOKIE, BrowserBinding.cookie(pending, secret).toString())
			.location(authenticationRequest(login, platform, pending))
			.build();
	}

	@ExceptionHandler
	ModelAndView refused(LaunchRefused refused) {
		return this.refusals.page(refused);
	}

	/** The registration that the login means: never a guess among several. */
	private Platform platform(LoginInitiation login, HttpServletRequest request) {
		List<Platform> named = this.platforms.ofIssuer(login.issuer())
			.stream()
			.filter((platform) -> login.clientId() == null || platform.clientId().equals(login.clientId()))
			.toList();
		named.stream().findFirst().ifPresent((platform) -> Framing.allow(request, platform));
		List<Platform> open = named.stream().filter(Platform::letsIn).toList();
		if (open.size() == 1) {
			return open.get(0);
		}
		if (named.isEmpty()) {
			throw new LaunchRefused(Refusal.PLATFORM_UNKNOWN,
					"LTI 1.3 core, 3.1.3: no registration for this issuer and client id");
		}
		throw open.isEmpty() ? new LaunchRefused(Refusal.PLATFORM_DISABLED, "The registration is not enabled")
				: new LaunchRefused(Refusal.PLATFORM_AMBIGUOUS,
						"LTI 1.3 core, 4.1.3: several registrations, and the login names no client_id");
	}

	/** 1EdTech security framework 1.0, section 5.1.1.2. */
	private URI authenticationRequest(LoginInitiation login, Platform platform, PendingLaunch pending) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("scope", "openid");
		parameters.put("response_type", "id_token");
		parameters.put("response_mode", "form_post");
		parameters.put("prompt", "none");
		parameters.put("client_id", platform.clientId());
		parameters.put("redirect_uri", this.toolUrl.at(FrontDoor.LAUNCH).toString());
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

}
