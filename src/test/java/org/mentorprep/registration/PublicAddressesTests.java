package org.mentorprep.registration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mentorprep.platform.LmsAddresses;
import org.mentorprep.platform.LmsAddresses.RegistrationProperties;
import org.mentorprep.platform.Platforms;
import org.mentorprep.platform.PublicAddresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class PublicAddressesTests {

	private static final String HOST = "lms.example.org";

	@ParameterizedTest(name = "case 167: {0} is inside some network")
	@ValueSource(strings = { "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1",
			"127.255.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1",
			"192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
			"255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "100::1", "2001::1",
			"2001:db8::1", "2002:a00:1::1", "3fff::1", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1" })
	void innerAddressIsNotPublic(String address) throws UnknownHostException {
		assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "9.9.9.9", "100.63.0.1", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.1.0.1",
			"198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2001:4860:4860::8888" })
	void addressOfTheInternetIsPublic(String address) throws UnknownHostException {
		assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
	}

	@Test
	void oneInnerAddressAmongSeveralIsEnough() {
		PublicAddresses addresses = new PublicAddresses(allowing(), names("1.1.1.1", "10.0.0.1"));
		assertThatExceptionOfType(PublicAddresses.NotPublic.class).isThrownBy(() -> addresses.resolve(HOST));
	}

	@Test
	void allowedHostMayHaveAnyAddress() throws UnknownHostException {
		PublicAddresses addresses = new PublicAddresses(allowing(HOST), names("10.0.0.1"));
		assertThat(addresses.resolve("LMS.example.org")).hasSize(1);
	}

	@Test
	@DisplayName("case 167: a name that changes after the check leads nowhere")
	void nameThatChangesAfterTheCheckLeadsNowhere() throws IOException {
		AtomicInteger visits = new AtomicInteger();
		HttpServer inner = serve(visits);
		LmsAddresses addresses = new LmsAddresses(allowing(),
				new PublicAddresses(allowing(), changing("1.1.1.1", "127.0.0.1")), mock(Platforms.class));
		LmsHttp http = new LmsHttp(allowing(), addresses);
		String url = "https://" + HOST + ":" + inner.getAddress().getPort() + "/";
		assertThat(addresses.problem(url)).isNull();
		assertThatExceptionOfType(RegistrationRefused.class).isThrownBy(() -> http.get(URI.create(url)))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(RegistrationRefused.Reason.ADDRESS));
		assertThat(visits).hasValue(0);
		inner.stop(0);
	}

	@Test
	void connectionGoesToTheAddressThatWasChecked() throws IOException {
		AtomicInteger visits = new AtomicInteger();
		HttpServer server = serve(visits);
		LmsAddresses addresses = new LmsAddresses(allowing(HOST),
				new PublicAddresses(allowing(HOST), names("127.0.0.1")), mock(Platforms.class));
		new LmsHttp(allowing(HOST), addresses)
			.get(URI.create("http://" + HOST + ":" + server.getAddress().getPort() + "/"));
		assertThat(visits).hasValue(1);
		server.stop(0);
	}

	private static HttpServer serve(AtomicInteger visits) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			visits.incrementAndGet();
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		server.start();
		return server;
	}

	private static RegistrationProperties allowing(String... hosts) {
		return new RegistrationProperties(Set.of(hosts), Duration.ofDays(7), false, Duration.ofSeconds(5));
	}

	/** Answers each question with all of them. */
	private static DnsResolver names(String... addresses) {
		return new Names((host) -> List.of(addresses));
	}

	/** Answers each question with the next of them. */
	private static DnsResolver changing(String... addresses) {
		Deque<String> answers = new ArrayDeque<>(List.of(addresses));
		return new Names((host) -> List.of(answers.pop()));
	}

	private interface Answers {

		List<String> to(String host);

	}

	private record Names(Answers answers) implements DnsResolver {

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			List<String> addresses = this.answers.to(host);
			InetAddress[] resolved = new InetAddress[addresses.size()];
			for (int i = 0; i < resolved.length; i++) {
				resolved[i] = InetAddress.getByName(addresses.get(i));
			}
			return resolved;
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

}
