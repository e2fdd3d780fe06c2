package practicelms.launch;

import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the public key, whatever was asked for, without cache headers. */
@RestController
class JwksController {

	private final SigningKey key;

	JwksController(SigningKey key) {
		this.key = key;
	}

	@GetMapping("/jwks")
	ResponseEntity<Map<String, Object>> jwks() {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.key.publicKeys());
	}

}
