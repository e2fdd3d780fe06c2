package org.mentorprep.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;

import org.mentorprep.web.RateLimitFilter.LimitedEndpoint;

import static org.assertj.core.api.Assertions.assertThat;

class LimitedEndpointTests {

	@ParameterizedTest
	@CsvSource({ "GET, /lti/login, LOGIN", "HEAD, /lti/login, LOGIN", "POST, /lti/login, LOGIN",
			"POST, /lti/launch, LAUNCH", "GET, /lti/register, REGISTER", "HEAD, /lti/register, REGISTER",
			"POST, /operator/sign-in, SIGN_IN" })
	void whateverCostsSomethingIsCounted(String method, String path, LimitedEndpoint endpoint) {
		assertThat(LimitedEndpoint.of(request(method, path))).contains(endpoint);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /lti/launch", "GET, /operator/sign-in", "GET, /.well-known/jwks.json" })
	void pagesThatCostNothingAreNot(String method, String path) {
		assertThat(LimitedEndpoint.of(request(method, path))).isEmpty();
	}

	private static MockHttpServletRequest request(String method, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setServletPath(path);
		return request;
	}

}
