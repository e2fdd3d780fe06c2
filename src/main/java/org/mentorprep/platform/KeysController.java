package org.mentorprep.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.mentorprep.audit.Actor;

/** The operator's page of our keys: what they are, a new one, away with an old one. */
@Controller
class KeysController {

	private static final String BACK = "redirect:/operator/keys?said=";

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
