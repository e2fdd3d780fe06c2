package org.mentorprep.platform;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://lms.example.org", "https://lms.example.org:8443/mod/lti/auth.php?a=b",
			"HTTPS://LMS.example.org/", "http://localhost:8080", "http://LOCALHOST", "http://127.0.0.1:9000/jwks",
			"http://127.255.0.9", "http://[::1]:9000", "http://[0:0:0:0:0:0:0:1]" })
	void acceptsTlsAndPlainHttpOnLoopback(String url) {
		assertThat(WebAddress.problem(url)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://lms.example.org", "http://127.0.0.1.example.org", "http://localhost.example.org",
			"http://10.0.0.1", "http://0.0.0.0", "http://[::2]", "http://128.0.0.1" })
	void refusesPlainHttpElsewhere(String url) {
		assertThat(WebAddress.problem(url).sentence()).startsWith("uses plain http");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			lms.example.org             | is not an absolute URL that begins with https://
			ftp://lms.example.org       | is not an absolute URL that begins with https://
			file:/etc/passwd            | is not an absolute URL that begins with https://
			javascript:alert(1)         | is not an absolute URL that begins with https://
			https:lms.example.org       | names no host
			https:///path               | names no host
			https://lms_1.example.org   | names no host
			https://lms.example.org:0   | names an impossible port
			https://lms.example.org:99999 | names an impossible port
			https://me:secret@lms.example.org | holds a user name or password
			http://127.0.0.1@lms.example.org | holds a user name or password
			https://lms.example.org/#top | holds a fragment (#...)
			https://lms.example.org/a b | is not a URL
			""")
	void refusesWhatNamesNoPlainWebAddress(String url, String objection) {
		assertThat(WebAddress.problem(url).sentence()).isEqualTo(objection);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2001, 5000 })
	void refusesWhatTheDatabaseCouldNotKeep(int length) {
		String url = "https://lms.example.org/";
		assertThat(WebAddress.problem(url + "a".repeat(length - url.length())).sentence())
			.isEqualTo("is longer than 2000 characters");
	}

}
