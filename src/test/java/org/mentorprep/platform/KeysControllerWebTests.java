package org.mentorprep.platform;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("database")
class KeysControllerWebTests {

	private final MockMvcTester mvc = MockMvcTester
		.of(KeyHolder.started(MigratedDatabase.emptied(), Clock.systemUTC()).controller());

	@Test
	@DisplayName("case 175: every key has public members only, and kid, alg and use")
	void everyKeyHasPublicMembersOnlyAndKidAlgAndUse() throws Exception {
		String body = this.mvc.get().uri("/.well-known/jwks.json").exchange().getResponse().getContentAsString();
		List<Object> keys = JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(body), "keys");
		assertThat(keys).hasSize(1).allSatisfy((key) -> {
			assertThat(((Map<?, ?>) key).keySet()).isEqualTo(Set.of("kty", "use", "kid", "alg", "n", "e"));
			assertThat(((Map<?, ?>) key).get("alg")).isEqualTo("RS256");
			assertThat(((Map<?, ?>) key).get("use")).isEqualTo("sig");
		});
	}

	@Test
	@DisplayName("case 175: the key set is public JSON that may be cached for a short time")
	void answersJsonThatMayBeCachedForAShortTime() {
		assertThat(this.mvc.get().uri("/.well-known/jwks.json")).hasStatusOk()
			.hasContentType(MediaType.APPLICATION_JSON)
			.hasHeader("Cache-Control", "max-age=300, public");
	}

	@Test
	void answersHead() {
		assertThat(this.mvc.head().uri("/.well-known/jwks.json")).hasStatusOk();
	}

	@Test
	void opensNoSession() {
		MvcTestResult result = this.mvc.get().uri("/.well-known/jwks.json").exchange();
		assertThat(result.getRequest().getSession(false)).isNull();
		assertThat(result.getResponse().getHeader("Set-Cookie")).isNull();
	}

}
