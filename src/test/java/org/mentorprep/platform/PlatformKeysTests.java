package org.mentorprep.platform;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Callable;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class PlatformKeysTests {

	@RegisterExtension
	static WireMockExtension lms = WireMockExtension.newInstance().build();

	private static RSAKey first;

	private static RSAKey second;

	private final PlatformKeys keys = new PlatformKeys(allowing((address) -> true));

	private Platform platform;

	@BeforeAll
	static void makeKeys() throws JOSEException {
		first = new RSAKeyGenerator(2048).keyID("first").generate().toPublicJWK();
		second = new RSAKeyGenerator(2048).keyID("second").generate().toPublicJWK();
	}

	@BeforeEach
	void registerLms() {
		this.platform = platform("An LMS", "/jwks");
		shows(keySet(first));
	}

	@Test
	@DisplayName("case 50, 51: of several keys without alg the right one is chosen")
	void choosesTheRightOneOfSeveralKeysWithoutAlg() throws Exception {
		shows(keySet(first, second));
		assertThat(find("second")).containsExactly(second);
	}

	@Test
	void asksNobodyWhereItMayNotCall() {
		PlatformKeys indoors = new PlatformKeys(allowing((address) -> !address.equals(this.platform.jwksUri())));
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find(indoors, "first"));
		assertThat(fetches()).isZero();
	}

	@Test
	void asksOnceForManyLaunches() throws Exception {
		for (int i = 0; i < 20; i++) {
			assertThat(find("first")).containsExactly(first);
		}
		assertThat(fetches()).isOne();
	}

	@Test
	@DisplayName("case 40, 54: twenty unknown key ids cost two fetches at most, and the known one still works")
	void twentyUnknownKeyIdsCostAtMostTwoFetches() throws Exception {
		for (int i = 0; i < 20; i++) {
			assertThat(find("unknown" + i)).isEmpty();
		}
		assertThat(find("first")).containsExactly(first);
		assertThat(fetches()).isEqualTo(2);
	}

	@Test
	@DisplayName("case 53: a new key of the platform costs one fetch")
	void rotationByThePlatformCostsOneFetch() throws Exception {
		find("first");
		shows(keySet(second));
		assertThat(find("second")).containsExactly(second);
		assertThat(fetches()).isEqualTo(2);
	}

	@ParameterizedTest
	@DisplayName("case 49: known keys are used while the platform fails to answer")
	@MethodSource("faults")
	void knownKeysAreStillUsedWhenThePlatformFailsToAnswer(ResponseDefinitionBuilder fault) throws Exception {
		PlatformKeys forgetful = new PlatformKeys(allowing((address) -> true), Duration.ofMillis(2),
				Duration.ofMillis(1));
		assertThat(find(forgetful, "first")).containsExactly(first);
		answers(fault);
		int before = fetches();
		while (fetches() == before) {
			assertThat(find(forgetful, "first")).containsExactly(first);
		}
		assertThat(find(forgetful, "first")).containsExactly(first);
	}

	@ParameterizedTest
	@DisplayName("case 49: an unknown key id during an outage is unknown and no more")
	@MethodSource("faults")
	void unknownKeyIdDuringAnOutageIsUnknownAndNoMore(ResponseDefinitionBuilder fault) throws Exception {
		find("first");
		answers(fault);
		for (int i = 0; i < 5; i++) {
			assertThat(find("unknown" + i)).isEmpty();
		}
		assertThat(find("first")).containsExactly(first);
	}

	@ParameterizedTest
	@DisplayName("case 49: a platform that never answered is told from an unknown key")
	@MethodSource("faults")
	void platformThatNeverAnsweredIsTold(ResponseDefinitionBuilder fault) {
		answers(fault);
		for (int i = 0; i < 5; i++) {
			assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find("first"));
		}
	}

	static List<ResponseDefinitionBuilder> faults() {
		String padding = " ".repeat(PlatformKeys.SIZE_LIMIT);
		return List.of(aResponse().withStatus(500), aResponse().withStatus(404).withBody(keySet(first)),
				aResponse().withFault(Fault.EMPTY_RESPONSE), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
				aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), ok(""), ok("<html>down for repair</html>"),
				ok("[]"), ok("{}"), ok("{\"keys\":null}"), ok("{\"keys\":[]}"), ok("{\"keys\":[null, 1, {}]}"),
				ok(keySet(first) + padding));
	}

	@Test
	@DisplayName("case 56: no redirect is followed")
	void followsNoRedirect() {
		lms.stubFor(get(urlPathEqualTo("/elsewhere")).willReturn(ok(keySet(first))));
		answers(aResponse().withStatus(302).withHeader("Location", lms.baseUrl() + "/elsewhere"));
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find("first"));
		lms.verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
	}

	@ParameterizedTest
	@DisplayName("case 52: a bad entry does not spoil the rest")
	@MethodSource("badEntries")
	void oneBadEntryDoesNotSpoilTheRest(String entry) throws Exception {
		shows("{\"keys\":[" + entry + "," + first.toJSONString() + "]}");
		assertThat(find("first")).containsExactly(first);
	}

	@ParameterizedTest
	@DisplayName("case 52: a bad entry is no key")
	@MethodSource("badEntries")
	void badEntryIsNoKey(String entry) throws Exception {
		shows("{\"keys\":[" + entry + "," + first.toJSONString() + "]}");
		assertThat(find("bad")).isEmpty();
	}

	static List<String> badEntries() throws JOSEException {
		ECKey curve = new ECKeyGenerator(Curve.P_521).keyID("bad").generate().toPublicJWK();
		RSAKey weak = new RSAKeyGenerator(1024, true).keyID("bad").generate().toPublicJWK();
		return List.of("null", "1", "{}", "{\"kty\":\"future\",\"kid\":\"bad\"}", "{\"kty\":\"RSA\",\"kid\":\"bad\"}",
				"{\"kty\":\"RSA\",\"kid\":\"bad\",\"n\":\"\",\"e\":\"AQAB\"}",
				"{\"kty\":\"RSA\",\"kid\":\"bad\",\"n\":\"==??\",\"e\":\"AQAB\"}",
				"{\"kty\":\"oct\",\"kid\":\"bad\",\"k\":\"c2VjcmV0\"}", curve.toJSONString(), weak.toJSONString());
	}

	@ParameterizedTest
	@DisplayName("F17: what is sound of a key with odd members is used")
	@ValueSource(strings = { "\"x5c\":\"none\"", "\"x5c\":[]", "\"x5c\":[1]", "\"use\":\"signature\"",
			"\"use\":[\"sig\"]", "\"use\":1", "\"exp\":\"2030-01-01\"", "\"alg\":7", "\"key_ops\":\"verify\"" })
	void soundPartOfAnOddKeyIsUsed(String odd) throws Exception {
		shows("{\"keys\":[" + first.toJSONString().replaceFirst("}$", "," + odd + "}") + "]}");
		assertThat(find("first")).singleElement()
			.satisfies((key) -> assertThat(key.toRSAKey().toRSAPublicKey()).isEqualTo(first.toRSAPublicKey()));
	}

	@Test
	@DisplayName("F17: a numeric kid is the text of its digits")
	void numericKidIsItsDigits() throws Exception {
		shows("{\"keys\":[" + first.toJSONString().replace("\"first\"", "20261201") + "]}");
		assertThat(find("20261201")).hasSize(1);
	}

	@Test
	@DisplayName("F17: of a platform that hangs few threads wait, the rest are refused at once")
	void fewThreadsWaitForAPlatformThatHangs() throws Exception {
		ExecutorService launches = Executors.newFixedThreadPool(60);
		answers(ok(keySet(first)).withFixedDelay(4000));
		try {
			CompletionService<List<JWK>> done = new ExecutorCompletionService<>(launches);
			for (int i = 0; i < 60; i++) {
				done.submit(() -> find("first"));
			}
			for (int i = 0; i < 60 - 12; i++) {
				assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> done.take().get())
					.withMessageContaining("As many wait");
			}
			assertThat(done.take().get()).containsExactly(first);
		}
		finally {
			launches.shutdownNow();
		}
	}

	@Test
	@DisplayName("F17: a whole class that comes in together waits for the first answer of a sound platform")
	void aWholeClassWaitsForTheFirstAnswer() throws Exception {
		ExecutorService launches = Executors.newFixedThreadPool(40);
		answers(ok(keySet(first)).withFixedDelay(300));
		try {
			List<Callable<List<JWK>>> all = Collections.nCopies(40, () -> find("first"));
			for (Future<List<JWK>> launch : launches.invokeAll(all)) {
				assertThat(launch.get()).containsExactly(first);
			}
		}
		finally {
			launches.shutdownNow();
		}
	}

	@Test
	@DisplayName("F25: a clock that is set back hides no new key")
	void clockThatIsSetBackHidesNoNewKey() throws Exception {
		AtomicLong ahead = new AtomicLong(Duration.ofDays(400).toMillis());
		PlatformKeys stepped = new PlatformKeys(allowing((address) -> true), Duration.ofMinutes(5),
				Duration.ofMinutes(1), () -> System.currentTimeMillis() + ahead.get());
		assertThat(find(stepped, "first")).containsExactly(first);
		assertThat(find(stepped, "second")).isEmpty();
		shows(keySet(second));
		ahead.set(0);
		assertThat(find(stepped, "second")).containsExactly(second);
	}

	@Test
	@DisplayName("case 55: two entries of one kid are both tried")
	void twoEntriesOfOneKidAreBothTried() throws Exception {
		RSAKey twin = new RSAKey.Builder(second).keyID("first").build();
		shows(keySet(first, twin));
		assertThat(find("first")).containsExactly(first, twin);
	}

	@Test
	void keepsNoPrivatePartThatAPlatformShowsByMistake() throws Exception {
		RSAKey leaked = new RSAKeyGenerator(2048).keyID("first").generate();
		shows("{\"keys\":[" + leaked.toJSONString() + "]}");
		assertThat(find("first")).singleElement().extracting(JWK::isPrivate).isEqualTo(false);
	}

	@Test
	void oldKeysGoWhenTheRegistrationChanges() throws Exception {
		find("first");
		lms.stubFor(get(urlPathEqualTo("/new")).willReturn(ok(keySet(second))));
		this.platform = platform("An LMS", "/new");
		assertThat(find("first")).isEmpty();
		assertThat(find("second")).containsExactly(second);
	}

	@Test
	void sameRegistrationReadAgainUsesTheSameKeys() throws Exception {
		find("first");
		this.platform = platform("An LMS", "/jwks");
		find("first");
		assertThat(fetches()).isOne();
	}

	private static final PlatformId ID = new PlatformId(UUID.randomUUID());

	private static Platform platform(String name, String path) {
		URI uri = URI.create(lms.baseUrl());
		return new Platform(ID, name, lms.baseUrl(), "client", Set.of("1"), uri.resolve("/auth"), uri.resolve("/token"),
				uri.resolve(path), Platform.State.ENABLED);
	}

	private List<JWK> find(String kid) throws KeySourceException {
		return find(this.keys, kid);
	}

	private List<JWK> find(PlatformKeys keys, String kid) throws KeySourceException {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build();
		return keys.of(this.platform).get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
	}

	private static String keySet(JWK... keys) {
		return new JWKSet(List.of(keys)).toString();
	}

	private static void shows(String body) {
		answers(ok(body));
	}

	private static void answers(ResponseDefinitionBuilder answer) {
		lms.stubFor(get(urlPathEqualTo("/jwks")).willReturn(answer));
	}

	private static int fetches() {
		return lms.findAll(getRequestedFor(urlPathEqualTo("/jwks"))).size();
	}

	private static LmsAddresses allowing(Predicate<URI> allowed) {
		LmsAddresses addresses = mock();
		given(addresses.mayBeCalled(any(), any())).willAnswer((call) -> allowed.test(call.getArgument(1)));
		return addresses;
	}

}
