package org.mentorprep.web;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** How many may do the same at the same moment. */
class RateLimitFilterTests {

	private final RateLimits limits = mock();

	private final RateLimitFilter filter = new RateLimitFilter(this.limits, new SimpleMeterRegistry());

	private MockHttpServletResponse last;

	private int inside;

	@BeforeEach
	void letEverybodyKnock() {
		given(this.limits.untilNext(any(), any())).willReturn(Duration.ZERO);
	}

	@Test
	void fewPasswordsAreCheckedAtOnce() throws Exception {
		enter("/operator/sign-in", 10);
		assertThat(this.inside).isEqualTo(3);
	}

	@Test
	void whoeverComesLaterIsToldWhenToTryAgain() throws Exception {
		enter("/operator/sign-in", 4);
		assertThat(this.last.getHeader("Retry-After")).isEqualTo("1");
	}

	@Test
	void checksThatAreOverMakeRoom() throws Exception {
		enter("/operator/sign-in", 10);
		enter("/operator/sign-in", 10);
		assertThat(this.inside).isEqualTo(6);
	}

	@Test
	void otherDoorsAreOpenToAll() throws Exception {
		enter("/lti/launch", 10);
		assertThat(this.inside).isEqualTo(10);
	}

	@Test
	void formThatTricklesInKeepsNobodyWaiting() throws Exception {
		MockHttpServletRequest slow = new MockHttpServletRequest("POST", "/operator/sign-in") {
			@Override
			public String getParameter(String name) {
				enterNext("/operator/sign-in", 3);
				return null;
			}
		};
		slow.setServletPath("/operator/sign-in");
		this.filter.doFilter(slow, new MockHttpServletResponse(), (request, response) -> {
		});
		assertThat(this.inside).isEqualTo(3);
	}

	/** Each request comes while the one before it is still inside. */
	private void enter(String path, int requests) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
		request.setServletPath(path);
		this.last = new MockHttpServletResponse();
		this.filter.doFilter(request, this.last, (inner, response) -> {
			this.inside++;
			if (requests > 1) {
				enterNext(path, requests - 1);
			}
		});
	}

	private void enterNext(String path, int requests) {
		try {
			enter(path, requests);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
