package org.mentorprep.fuzz;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Values that break things. Every text holds the canary, so that a log can't hide one.
 */
final class Nasty {

	static final String CANARY = "canary";

	private static final String CLEF = new String(Character.toChars(0x1D11E));

	private static final List<String> TEXTS = List.of("", " ", "\0", "\0" + CANARY, CANARY, "null", "true", "0", "-1",
			"$" + CANARY, "${" + CANARY + "}", "${jndi:ldap://127.0.0.1/" + CANARY + "}", "%00", "%", "%s%n" + CANARY,
			CANARY + "\r\nSet-Cookie: a=" + CANARY, CANARY + "\nrole=Instructor", "'; DROP TABLE " + CANARY + "; --",
			"<script>" + CANARY + "</script>", "__${" + CANARY + "}__::.x", "\ud834" + CANARY, CANARY + "\udd1e",
			CLEF + CANARY, "\u202e" + CANARY, "\ufeff" + CANARY, "e\u0301" + CANARY, "\uffff" + CANARY,
			"../../" + CANARY, "https://10.0.0.1/" + CANARY, "http://127.0.0.1:1/" + CANARY, "javascript:" + CANARY,
			"//" + CANARY, "file:///" + CANARY, "{\"" + CANARY + "\":[]}", "[\"" + CANARY + "\"]", "{" + CANARY,
			CANARY.repeat(50), CANARY.repeat(1_000));

	private static final List<Object> SCALARS = List.of(0, -1, 1, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE,
			1e308, -1e308, 0.5, true, false);

	private static final int DEEPEST = 4;

	private Nasty() {
	}

	static Arbitrary<String> texts() {
		return Arbitraries.oneOf(Arbitraries.of(TEXTS),
				Arbitraries.strings().ofMaxLength(20).map((text) -> text + CANARY),
				Arbitraries.strings().ascii().ofMaxLength(300).map((text) -> CANARY + text));
	}

	/** Anything that JSON can say; null, too. */
	static Arbitrary<Object> json() {
		return json(DEEPEST);
	}

	/** Left to chance, depth would now and then grow until the memory is full. */
	private static Arbitrary<Object> json(int depth) {
		Arbitrary<Object> text = texts().asGeneric();
		Arbitrary<Object> scalar = Arbitraries.of(SCALARS).injectNull(0.2);
		if (depth == 0) {
			return Arbitraries.oneOf(text, scalar);
		}
		Arbitrary<Object> inner = json(depth - 1);
		return Arbitraries.oneOf(text, scalar, inner.list().ofMaxSize(3).asGeneric(),
				Arbitraries.maps(texts(), inner).ofMaxSize(3).asGeneric());
	}

	/** Texts that are no claims, and some that take long to find out about. */
	static Arbitrary<String> noObjects() {
		return Arbitraries.of("", "null", "[]", "\"" + CANARY + "\"", "{", "{}", "{\"" + CANARY + "\"", "\0",
				"{\"a\":01}", "[".repeat(20_000), "{\"a\":".repeat(20_000),
				"{\"" + CANARY + "\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
				"{\"" + CANARY + "\":1e999999999}", "{\"" + CANARY + "\":" + "9".repeat(100_000) + "}", "\ufeff{}",
				"{\"iss\":\"" + CANARY + "\\ud834\"}", "<html>" + CANARY + "</html>", "{}" + CANARY);
	}

	/** As an address may hold them: encoded well, badly, or not at all. */
	static Arbitrary<String> encoded() {
		return Arbitraries.oneOf(texts().map(Knock.Field::encode),
				Arbitraries.of("%00", "%", "%4", "%ZZ", "%c3%28", "%ff%fe", "%ed%a0%80", "%f4%90%80%80", "%c0%ae", "+",
						"a=b&c=d", "canary;x=y", "canary%0d%0aX:%20y", "%2525", "[]", "\"canary\"", "caf\u00e9",
						"canary".repeat(2_000)));
	}

}
