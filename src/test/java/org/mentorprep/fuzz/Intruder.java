package org.mentorprep.fuzz;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.web.util.UriComponentsBuilder;

import org.mentorprep.fuzz.Wire.Answer;
import org.mentorprep.testing.IdToken;
import org.mentorprep.testing.Placing;
import org.mentorprep.testing.TestPlatform;

/** Makes the good request that an attack begins with, and sends what became of it. */
final class Intruder {

	/** So that none grows too old. */
	private static final int MOST_USES = 50;

	/** What a launch says whose login the limits did not let pass. */
	private static final Map<String, String> TURNED_AWAY = Map.of("state", "A".repeat(43), "nonce", "none");

	private final Wire wire;

	private final TestPlatform platform;

	private final FuzzLms lms;

	/** Makes the secret of an invitation of a host. */
	private final Function<String, String> invitations;

	/** The login that the next launch answers, until one does. */
	private Answer begun;

	private int uses;

	private int logins;

	private int invited;

	Intruder(URI tool, TestPlatform platform, FuzzLms lms, Function<String, String> invitations) {
		this.wire = new Wire(tool);
		this.platform = platform;
		this.lms = lms;
		this.invitations = invitations;
	}

	/** How many logins were begun at most. */
	int logins() {
		return this.logins;
	}

	/** How many invitations were made. */
	int invited() {
		return this.invited;
	}

	/** The request as it is before anything is done to it. */
	Knock good(Attack.Door door) {
		return switch (door) {
			case LOGIN -> login();
			case LAUNCH -> launch(Map.of());
			case PLACING -> launch(placing());
			case REGISTRATION -> registration();
		};
	}

	Answer send(Knock knock) {
		if (knock.token == null && knock.lms == null) {
			this.logins++;
		}
		Answer answer = this.wire.send(knock);
		if (knock.token != null) {
			boolean unspent = List.of(400, 401, 405, 415).contains(answer.status())
					&& knock.fields().stream().noneMatch((field) -> field.name().equals("error"));
			this.begun = unspent ? this.begun : null;
		}
		return answer;
	}

	/** What was refused spends no login: another launch may answer it. */
	private Answer begun() {
		if (this.begun == null || ++this.uses % MOST_USES == 0) {
			this.begun = send(login());
		}
		return this.begun;
	}

	private Knock login() {
		return new Knock("/lti/login").with("iss", this.platform.issuer())
			.with("login_hint", "canary-hint")
			.with("target_link_uri", "https://tool.example/canary")
			.with("client_id", TestPlatform.clientId())
			.with("lti_message_hint", "{\"canary\":\"hint\"}");
	}

	private Knock launch(Map<String, Object> otherwise) {
		Answer begun = begun();
		Map<String, String> asked = query(begun);
		Knock knock = new Knock("/lti/launch").with("state", asked.get("state")).with("id_token", Knock.TOKEN);
		begun.values("Set-Cookie").forEach((cookie) -> {
			String[] pair = cookie.split(";", 2)[0].split("=", 2);
			knock.cookies.put(pair[0], pair[1]);
		});
		Map<String, Object> claims = new LinkedHashMap<>(this.platform.claims(asked.get("nonce")));
		claims.put("sub", "canary-sub");
		claims.put("name", "Canary Person");
		claims.put("email", "canary@example.org");
		claims.put(TestPlatform.LTI + "context", Map.of("id", "canary-course", "title", "Canary course"));
		claims.put(TestPlatform.LTI + "custom", Map.of("module", "judgementoring", "canary", "canary"));
		claims.putAll(otherwise);
		knock.token = new IdToken(claims);
		knock.foreignState = () -> query(send(login())).get("state");
		return knock;
	}

	private Map<String, Object> placing() {
		Map<String, Object> claims = new HashMap<>();
		claims.put(TestPlatform.LTI + "message_type", "LtiDeepLinkingRequest");
		claims.put(TestPlatform.LTI + "roles", List.of(TestPlatform.MEMBERSHIP + "Instructor"));
		claims.put(Placing.SETTINGS,
				Map.of("accept_types", List.of("ltiResourceLink"), "accept_presentation_document_targets",
						List.of("iframe"), "accept_multiple", true, "data", "canary-data", "deep_link_return_url",
						this.platform.origin() + "/return?sesskey=canary"));
		return claims;
	}

	private Knock registration() {
		this.invited++;
		Knock knock = new Knock("/lti/register").with("invitation", this.invitations.apply(this.lms.host()))
			.with("openid_configuration", this.lms.configurationAddress())
			.byGet();
		knock.lms = this.lms.anew();
		return knock;
	}

	private static Map<String, String> query(Answer redirect) {
		if (redirect.status() == 429) {
			return TURNED_AWAY;
		}
		if (redirect.status() != 302) {
			throw new AssertionError("A good login was answered with " + redirect.status() + " " + redirect.body());
		}
		return UriComponentsBuilder.fromUriString(redirect.location()).build().getQueryParams().toSingleValueMap();
	}

}
