package org.mentorprep.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.audit.Actor;

/**
 * Publishes our public keys, by which the LMSs check what we sign (RFC 7517, section 5),
 * and shows the operator the page of our keys: which there are, make one, withdraw one.
 */
@Controller
class KeysController {

	private static final String BACK = "redirect:/operator/keys?said=";

	/** Short, so that a withdrawn key is soon gone from caches too. */
	private static final CacheControl CACHE = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

	private final ToolKeyRepository rows;

	private final KeyRotation rotation;

	private final ToolKeys keys;

	private final KeysProperties properties;

	private final Clock clock;

	KeysController(ToolKeyRepository rows, KeyRotation rotation, ToolKeys keys, KeysProperties properties,
			Clock clock) {
		this.rows = rows;
		this.rotation = rotation;
		this.keys = keys;
		this.properties = properties;
		this.clock = clock;
	}

	/** For everybody, and opens no session. */
	@GetMapping("/.well-known/jwks.json")
	ResponseEntity<String> published() {
		return ResponseEntity.ok()
			.cacheControl(CACHE)
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.keys.published().toString());
	}

	@GetMapping("/operator/keys")
	ModelAndView show(@RequestParam(required = false) @Nullable String said) {
		Instant now = this.clock.instant();
		return new ModelAndView("platform/keys",
				Map.of("page", KeysPage.of(this.rows.load(), this.properties, now, KeysPage.Said.of(said))));
	}

	@PostMapping("/operator/keys")
	String make() {
		boolean made = this.rotation.make(Actor.operator());
		this.keys.forget();
		return BACK + (made ? KeysPage.Said.MADE : KeysPage.Said.ONE_WAITS).word();
	}

	@PostMapping("/operator/keys/withdrawn")
	String withdraw(@RequestParam String kid) {
		boolean withdrawn = this.rotation.withdraw(Actor.operator(), kid);
		this.keys.forget();
		return BACK + (withdrawn ? KeysPage.Said.WITHDRAWN : KeysPage.Said.STAYS).word();
	}

}
