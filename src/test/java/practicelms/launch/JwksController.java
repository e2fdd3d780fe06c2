package practicelms.launch;

import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the public key, without cache headers. */
@RestController
class JwksController {

	private final SigningKey key;

	JwksController(SigningKey key) {
		this.key = key;
	}

	@GetMapping(path = "/jwks", produces = MediaType.APPLICATION_JSON_VALUE)
	Map<String, Object> jwks() {
		return this.key.publicKeys();
	}

}
