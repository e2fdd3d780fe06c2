package org.mentorprep.platform;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows the LMSs our public keys, by which they check what we sign (RFC 7517, section 5).
 * Public, and opens no session.
 */
@RestController
class JwksController {

	/** Short, so that a withdrawn key is soon gone from caches too. */
	private static final CacheControl CACHE = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

	private final ToolKeys keys;

	JwksController(ToolKeys keys) {
		this.keys = keys;
	}

	@GetMapping("/.well-known/jwks.json")
	ResponseEntity<String> keys() {
		return ResponseEntity.ok()
			.cacheControl(CACHE)
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.keys.published().toString());
	}

}
